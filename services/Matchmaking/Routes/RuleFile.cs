using System.Globalization;

namespace Matchmaking.Routes;

/// <summary>A file of dated rules in <c>seeds/rules</c>: limits, or one list of CPV codes.</summary>
/// <param name="Id">Name of the file, which is the version that an assessment names.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null while no end is decided.</param>
/// <param name="Sources">Where it is read.</param>
/// <param name="Limits">Limits, or null.</param>
/// <param name="Code">The list's code, or null.</param>
/// <param name="Paragraph">The list's paragraph, or null.</param>
/// <param name="Ranges">Single codes and ranges <c>from-to</c>, both ends included.</param>
/// <param name="Exclude">Codes and ranges that are taken out again.</param>
internal sealed record RuleFile(
    string Id, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<RuleSource> Sources, IReadOnlyList<RuleLimit>? Limits,
    string? Code, string? Paragraph, IReadOnlyList<string>? Ranges, IReadOnlyList<string>? Exclude)
{
    public bool Holds(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);

    public string SourceAt(DateOnly date) => string.Join("; ", Sources
        .Where(source => (source.ValidFrom ?? ValidFrom) <= date && (source.ValidTo is null || date <= source.ValidTo))
        .Select(source => source.Text));

    /// <summary>Codes are compared as numbers; a single code is that code only, not what lies below it.</summary>
    public bool Lists(string cpv) => Within(Ranges, cpv) && !Within(Exclude, cpv);

    private static bool Within(IReadOnlyList<string>? ranges, string cpv)
    {
        var number = int.Parse(cpv, CultureInfo.InvariantCulture);
        foreach (var range in ranges ?? [])
        {
            var ends = range.Split('-');
            if (int.Parse(ends[0], CultureInfo.InvariantCulture) <= number && number <= int.Parse(ends[^1], CultureInfo.InvariantCulture)) return true;
        }
        return false;
    }
}

/// <summary>A source, with the part of the file's validity that it carries.</summary>
internal sealed record RuleSource(string Text, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>A limit as it stands in a file: an amount, a share of another limit, or a plain number.</summary>
internal sealed record RuleLimit(
    string Code, string Name, string Operator, string Paragraph, decimal? AmountSek, decimal? AmountEur, decimal? Share, string? ShareOf,
    decimal? Number, bool Derived);

/// <summary>A limit that an answer rests on.</summary>
/// <param name="Code">Its code in the rules.</param>
/// <param name="Name">What it is, in Swedish.</param>
/// <param name="Operator">How the value is compared with it: &lt;, &lt;=, &gt; or &gt;=.</param>
/// <param name="AmountSek">SEK excluding VAT, exact (5 percent of a threshold has decimals).</param>
/// <param name="Paragraph">Where it stands.</param>
/// <param name="ValidFrom">First day it holds.</param>
/// <param name="ValidTo">Last day it holds; null while no end is decided.</param>
/// <param name="Source">Where the amount is read.</param>
/// <param name="RuleVersion">The file of rules.</param>
public sealed record Limit(
    string Code, string Name, string Operator, decimal AmountSek, string Paragraph, DateOnly ValidFrom, DateOnly? ValidTo, string Source, string RuleVersion);
