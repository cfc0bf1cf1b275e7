using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults;

namespace Municipalities.Context;

/// <summary>One figure of a yearly series about a municipality, as a file of SCB, Kolada or Arbetsförmedlingen gave it.</summary>
internal sealed class ContextFigure
{
    public string MunicipalityCode { get; init; } = "";
    public string Indicator { get; init; } = "";
    public int Year { get; init; }
    public decimal Value { get; init; }
    public string Source { get; init; } = "";
    public DateTimeOffset ImportedAt { get; init; }
}

internal sealed class ContextFigureTable : IEntityTypeConfiguration<ContextFigure>
{
    public void Configure(EntityTypeBuilder<ContextFigure> figure)
    {
        figure.ToTable("context_figure");
        figure.HasKey(row => new { row.MunicipalityCode, row.Indicator, row.Year });
        figure.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        figure.Property(row => row.Indicator).HasMaxLength(40);
        figure.Property(row => row.Value).HasPrecision(18, 4);
        figure.Property(row => row.Source).HasMaxLength(120);
    }
}

/// <summary>A series that the platform knows the meaning of.</summary>
/// <param name="Code">Its name in files and answers.</param>
/// <param name="Name">Its name in Swedish.</param>
/// <param name="Unit">Unit of its values, in Swedish.</param>
/// <param name="Source">Where such figures come from.</param>
public sealed record Indicator(string Code, string Name, string Unit, string Source);

/// <summary>The series of the seed. Files may also bring Kolada's key figures by their own ids, whose names the platform does not know.</summary>
internal static class Indicators
{
    public static readonly IReadOnlyList<Indicator> All = Read();

    public static Indicator? Find(string code) => All.SingleOrDefault(indicator => indicator.Code == code);

    /// <summary>True for a known series or an id as Kolada writes them: a letter and five digits.</summary>
    public static bool IsCode(string code) => Find(code) is not null || (code is [>= 'A' and <= 'Z', .. { Length: 5 } digits] && digits.All(char.IsAsciiDigit));

    private static List<Indicator> Read()
    {
        using var seed = typeof(Indicators).Assembly.GetManifestResourceStream("journey/indicators.json") ?? throw new InvalidDataException("The indicators are missing.");
        return JsonSerializer.Deserialize<List<Indicator>>(seed, ApiJson.Options)!;
    }
}
