using System.Globalization;

namespace Portal.Pictures;

/// <summary>Figures the Swedish way: 8 513 250 kr, 1,5 årsarbetskrafter. The spaces inside a figure do not break.</summary>
public static class Swedish
{
    private const char Hard = '\u00a0';

    /// <summary>Of Sweden, with the space that does not break between thousands.</summary>
    public static CultureInfo Culture { get; } = Create();

    /// <summary>Whole, or with one decimal where there is one.</summary>
    public static string Number(double number) => number.ToString("#,0.#", Culture);

    /// <summary>Kronor in full, for tables.</summary>
    public static string Kronor(double kronor) => $"{kronor.ToString("#,0", Culture)}{Hard}kr";

    /// <summary>Kronor in short, for axes and labels: 480 tkr, 1,4 mnkr.</summary>
    public static string ShortKronor(double kronor) => Math.Abs(kronor) switch
    {
        >= 999_500_000 => $"{(kronor / 1e9).ToString("#,0.#", Culture)}{Hard}mdkr",
        >= 999_500 => $"{(kronor / 1e6).ToString("#,0.#", Culture)}{Hard}mnkr",
        >= 1_000 => $"{(kronor / 1e3).ToString("#,0", Culture)}{Hard}tkr",
        _ => Kronor(kronor),
    };

    /// <summary>A share of the whole: 12 %.</summary>
    public static string Share(double part, double whole) => whole == 0 ? "–" : $"{(100 * part / whole).ToString("0", Culture)}{Hard}%";

    /// <summary>One or several: 1 affär, 3 affärer.</summary>
    public static string Count(double count, string one, string several) => $"{Number(count)}{Hard}{(count == 1 ? one : several)}";

    private static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("sv-SE").Clone();
        culture.NumberFormat.NumberGroupSeparator = Hard.ToString();
        culture.NumberFormat.NegativeSign = "−";
        return CultureInfo.ReadOnly(culture);
    }
}
