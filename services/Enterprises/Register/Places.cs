using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;

namespace Enterprises.Register;

/// <summary>Which codes of municipalities and counties exist, from the same seed as the register of municipalities.</summary>
internal static class Places
{
    public static readonly FrozenSet<string> Municipalities = Read().ToFrozenSet();
    public static readonly FrozenSet<string> Counties = Municipalities.Select(code => code[..2]).ToFrozenSet();

    private static List<string> Read()
    {
        using var reader = new StreamReader(typeof(Places).Assembly.GetManifestResourceStream("municipalities.csv")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 4 && char.IsAsciiDigit(line[0])).Select(line => line[..4])];
    }
}

/// <summary>An SCB code of a municipality that exists.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MunicipalityCodeAttribute() : ValidationAttribute("Okänd kommunkod: ange fyra siffror, till exempel 1280 eller 0360.")
{
    public override bool IsValid(object? value) => value is null || Places.Municipalities.Contains((string)value);
}
