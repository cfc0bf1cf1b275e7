using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace ServiceDefaults.Rules;

/// <summary>
/// Finds Swedish personal identity numbers and co-ordination numbers (folkbokföringslagen 18 §; SKV 704): six or eight digits of
/// a date, whose day a co-ordination number raises by 60, and four digits of which the last is a check digit. The platform
/// stores none in its texts (lag 2018:218, 3 kap. 10 §).
/// </summary>
public static partial class PersonalNumber
{
    /// <summary>True when the text holds what can be such a number.</summary>
    public static bool IsIn(string? text)
    {
        if (text is null) return false;
        foreach (Match match in Candidate().Matches(text))
            if (Is(match.Groups["date"].Value + match.Groups["rest"].Value)) return true;
        return false;
    }

    /// <summary>True when ten digits are the number of a person.</summary>
    public static bool Is(ReadOnlySpan<char> tenDigits)
    {
        var month = int.Parse(tenDigits[2..4], System.Globalization.CultureInfo.InvariantCulture);
        var day = int.Parse(tenDigits[4..6], System.Globalization.CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && (day is >= 1 and <= 31 or >= 61 and <= 91) && CheckDigit.Holds(tenDigits);
    }

    [GeneratedRegex(@"(?<![0-9])(?:18|19|20)?(?<date>[0-9]{6})\s{0,2}[-+–]?\s{0,2}(?<rest>[0-9]{4})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();
}

/// <summary>Refuses text that holds a personal identity number, and a list that holds such a text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NoPersonalNumberAttribute : ValidationAttribute
{
    /// <summary>Made without arguments.</summary>
    public NoPersonalNumberAttribute() => ErrorMessage = "Innehåller ett personnummer. Ta bort det: här ska inga uppgifter om enskilda personer stå.";

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        string text => !PersonalNumber.IsIn(text),
        IEnumerable<string?> texts => !texts.Any(PersonalNumber.IsIn),
        _ => true,
    };
}
