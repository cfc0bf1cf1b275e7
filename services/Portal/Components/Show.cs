using System.Globalization;
using Portal.Texts;
using ServiceDefaults.Rules;

namespace Portal.Components;

/// <summary>Figures the Swedish way, and dates as the page's language writes them.</summary>
public static class Show
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE"), English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The time zone of the readers.</summary>
    public static TimeZoneInfo Sweden { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary><c>1 400 000 kr</c>, with spaces that do not break.</summary>
    public static string Kr(decimal? amount, string? unknown = null) => amount is null ? unknown ?? Text.Of("NotStated") : $"{amount.Value.ToString("#,0", Swedish)}\u00a0kr";

    /// <summary>A number with as many decimals as it has, at most one.</summary>
    public static string Number(decimal? number, string unknown = "–") => number?.ToString("#,0.#", Swedish) ?? unknown;

    /// <summary><c>23 november 2026</c>.</summary>
    public static string Date(DateOnly? date, string unknown = "–") => date is { } day ? Written(day) : unknown;

    /// <summary><c>23 november 2026</c>, in Sweden.</summary>
    public static string Date(DateTimeOffset? moment, string unknown = "–") =>
        moment is { } value ? Written(SwedishTime.DayOf(value)) : unknown;

    private static string Written(DateOnly day) => Text.Language == "en" ? day.ToString("d MMMM yyyy", English) : day.Written();

    /// <summary><c>onsdag 25 november 2026 kl. 13.00</c>, in Sweden.</summary>
    public static string Moment(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Sweden) is var there && Text.Language == "en"
        ? there.ToString("dddd d MMMM yyyy, HH:mm", English) : there.ToString("dddd d MMMM yyyy 'kl.' HH.mm", Swedish);

    /// <summary><c>varje månad</c>, <c>varannan månad</c>, <c>var 3:e månad</c>.</summary>
    public static string Every(int months) => months switch
    {
        1 => Text.Of("Common.Every.One"), 2 => Text.Of("Common.Every.Two"), _ when months % 10 is 1 or 2 && months % 100 is not (11 or 12) => Text.Of("Common.Every.First", months), _ => Text.Of("Common.Every.Other", months),
    };

    /// <summary><c>769999-0011</c>.</summary>
    public static string? OrganisationNumber(string? number) => number is { Length: 10 } ? $"{number[..6]}-{number[6..]}" : number;

    /// <summary>The date for a date field and for <c>datetime</c>.</summary>
    public static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number for a form field.</summary>
    public static string Field(decimal? number) => number?.ToString("0.##", Swedish) ?? "";

    /// <summary>The beginning of a text, for a card.</summary>
    public static string Begin(string? text, int most = 160)
    {
        if (text is null || text.Length <= most) return text ?? "";
        var cut = text.LastIndexOf(' ', most);
        return $"{text[..(cut > most / 2 ? cut : most)].TrimEnd(' ', ',', '.', ';')} …";
    }

    /// <summary>The share of enterprises' score in words.</summary>
    public static string Percent(double share) => $"{Math.Round(share * 100).ToString("0", Swedish)}\u00a0%";
}
