using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks.Routes;

/// <summary>Citations compared by act, chapter and paragraph; a stycke is passed over.</summary>
public static partial class Citation
{
    private static readonly (string Name, string Act)[] Names =
    [
        ("kommunallagen", "KL"), ("lagen om offentlig upphandling", "LOU"), ("lagen om upphandling av koncessioner", "LUK"),
        ("lagen om valfrihetssystem", "LOV"),
    ];

    /// <summary>The paragraphs named, such as <c>LOU|19 a|2</c>; several for "3–4 §§".</summary>
    public static IEnumerable<string> Parse(string citation)
    {
        var text = citation.Trim();
        foreach (var (name, act) in Names) text = text.Replace(name, act, StringComparison.OrdinalIgnoreCase);
        var law = Act().Match(text).Value is { Length: > 0 } found ? found.ToUpperInvariant() : text;
        if (Annex().Match(text) is { Success: true } annex) return [$"{law}|bilaga|{annex.Groups[1].Value}"];
        // "19:25 a st 2" is the short form of "19 kap. 25 a § andra stycket".
        var place = Long().Match(text) is { Success: true } full ? full : Short().Match(text);
        if (!place.Success) return [law];
        var chapter = place.Groups["chapter"].Success ? place.Groups["chapter"].Value.Trim() : "";
        var numbers = place.Groups["paragraph"].Value.Trim();
        if (Range().Match(numbers) is { Success: true } range && int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture) is var from && int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture) is var to && to >= from)
            return Enumerable.Range(from, to - from + 1).Select(number => $"{law}|{chapter}|{number}");
        return numbers.Split([",", "och", "+"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(number => $"{law}|{chapter}|{number}");
    }

    [GeneratedRegex(@"\b(LOU|LUK|LUF|LOV|KL|OSL|HSL|\d{4}:\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Act();

    [GeneratedRegex(@"bilaga\s+(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Annex();

    [GeneratedRegex(@"(?:(?<chapter>\d+(?: [a-z])?)\s*kap\.?\s*)?(?<paragraph>\d+(?: [a-z])?(?:\s*(?:[–-]|,|och)\s*\d+(?: [a-z])?)*)\s*§", RegexOptions.IgnoreCase)]
    private static partial Regex Long();

    [GeneratedRegex(@"(?<![\d:])(?<chapter>\d{1,2}(?: [a-z])?):(?<paragraph>\d{1,3}(?: [a-z]\b(?!\w))?)(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Short();

    [GeneratedRegex(@"^(\d{1,3})\s*[–-]\s*(\d{1,3})$")]
    private static partial Regex Range();
}
