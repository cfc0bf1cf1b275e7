using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Api;

namespace Portal.Components;

/// <summary>
/// What stands in a form: what the person has sent, or what the page put there. The names of fields are the API's own names of members, so
/// that a problem from a service finds its field.
/// </summary>
public sealed partial class FormState
{
    private readonly Dictionary<string, string[]> values = [];
    private readonly Dictionary<string, string> errors = [];
    private readonly HashSet<string> served = [];

    /// <summary>What the fields of this form are called on the page, for links from the error summary.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    /// <summary>A fault that belongs to no field.</summary>
    public string? Fault { get; set; }

    /// <summary>Something to correct is told by a service, and with that in Swedish on a page in English.</summary>
    public bool IsServed => served.Count > 0;

    /// <summary>True when there is something to correct.</summary>
    public bool HasErrors => errors.Count > 0 || Fault is not null;

    /// <summary>The text of a field; empty when it has none.</summary>
    public string this[string name]
    {
        get => values.TryGetValue(name, out var found) && found.Length > 0 ? found[0] : "";
        set => values[name] = [value];
    }

    /// <summary>Every value of a field that may have several.</summary>
    public string[] All(string name) => values.TryGetValue(name, out var found) ? [.. found.Where(value => value.Length > 0)] : [];

    /// <summary>How many fields have something in them, of those whose name is or begins with one of these.</summary>
    public int Filled(params string[] beginnings) => values.Count(field => Belongs(field.Key, beginnings) && field.Value.Any(value => value.Length > 0));

    /// <summary>Whether one of them is to be corrected.</summary>
    public bool IsWrong(params string[] beginnings) => errors.Keys.Any(name => Belongs(name, beginnings));

    /// <summary>Puts values there, as when a saved thing is opened.</summary>
    public void Put(string name, params IEnumerable<string> all) => values[name] = [.. all];

    /// <summary>Takes in what the browser sent.</summary>
    public void Read(IFormCollection form)
    {
        foreach (var (name, sent) in form) values[name] = [.. sent.Select(value => value?.Trim().ReplaceLineEndings("\n") ?? "")];
    }

    /// <summary>The text, or null when it is empty.</summary>
    public string? Text(string name) => this[name] is { Length: > 0 } text ? text : null;

    /// <summary>A number that may have many decimals, as people write it: <c>2,5</c>, <c>0,125</c>, <c>1 200</c>.</summary>
    public decimal? Number(string name)
    {
        if (this[name].Length == 0) return null;
        if (decimal.TryParse(Plain(this[name]).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        Wrong(name, Texts.Text.Of("Common.Number.Wrong"));
        return null;
    }

    /// <summary>
    /// A sum, as people write it: <c>350 000</c>, <c>350000 kr</c>, <c>350.000</c>, <c>1 250,50</c>. A point or comma before three figures
    /// parts thousands; read as decimals it would make a sum a thousand times too small.
    /// </summary>
    public decimal? Money(string name)
    {
        if (this[name].Length == 0) return null;
        var plain = Plain(this[name]);
        if (Grouped().Match(plain) is { Success: true } match) plain = match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + match.Groups["part"].Value;
        else if (!Ungrouped().IsMatch(plain)) plain = "";
        if (decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum)) return sum;
        Wrong(name, Texts.Text.Of("Common.Number.Wrong"));
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Whole(string name)
    {
        if (Money(name) is not { } number) return null;
        if (number == decimal.Truncate(number) && number < int.MaxValue) return (int)number;
        Wrong(name, Texts.Text.Of("Common.Whole.Wrong"));
        return null;
    }

    /// <summary>A date.</summary>
    public DateOnly? Date(string name)
    {
        if (this[name].Length == 0) return null;
        if (DateOnly.TryParse(this[name], CultureInfo.GetCultureInfo("sv-SE"), out var date)) return date;
        Wrong(name, Texts.Text.Of("Common.Date.Wrong"));
        return null;
    }

    /// <summary>Yes, no, or null for "vet inte".</summary>
    public bool? YesNo(string name) => this[name] switch { "ja" => true, "nej" => false, _ => null };

    /// <summary>Says what is wrong with a field; the first thing said stays.</summary>
    public void Wrong(string name, string reason) => errors.TryAdd(name, reason);

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Error(string name) => errors.GetValueOrDefault(name);

    /// <summary>The language of what is wrong with a field, or with the whole for no name: set where it is another than the page's.</summary>
    public string? Language(string name = "") => served.Contains(name) ? Texts.Text.Written : null;

    private static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace("kronor", "", StringComparison.OrdinalIgnoreCase).Replace("kr", "", StringComparison.OrdinalIgnoreCase).TrimEnd('.', ',', '-', ':');

    [GeneratedRegex(@"^(?<whole>[1-9][0-9]{0,2}(?<mark>[.,])[0-9]{3}(\k<mark>[0-9]{3})*)(?<part>(?!\k<mark>)[.,][0-9]{1,2})?$")]
    private static partial Regex Grouped();

    [GeneratedRegex("^[0-9]+([.,][0-9]{1,2})?$")]
    private static partial Regex Ungrouped();

    private static bool Belongs(string name, string[] beginnings) =>
        Array.Exists(beginnings, one => name.StartsWith(one, StringComparison.Ordinal) && (name.Length == one.Length || name[one.Length] is '.' or '['));

    /// <summary>Shows a service's problem: at its fields where the form has them, otherwise above.</summary>
    /// <param name="problem">From the service.</param>
    /// <param name="prefix">What the service puts before the names, such as <c>need.</c>.</param>
    public void Accept(Problem problem, string prefix = "")
    {
        List<string> others = [];
        foreach (var member in problem.InvalidParameters ?? [])
        {
            var name = member.Name.StartsWith(prefix, StringComparison.Ordinal) ? member.Name[prefix.Length..] : member.Name;
            var field = values.ContainsKey(name) ? name : name.Split('[', '.')[0];
            if (!values.ContainsKey(field)) others.Add(member.Reason);
            else if (errors.TryAdd(field, member.Reason)) served.Add(field);
        }
        if (others.Count > 0) Fault = string.Join(' ', others.Distinct());
        else if (errors.Count == 0) Fault = problem.Sentence;
        else return;
        if (others.Count > 0 || problem.IsServed) served.Add("");
    }
}
