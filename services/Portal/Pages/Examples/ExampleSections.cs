using System.Text;
using Text = Portal.Texts.Text;

namespace Portal.Pages.Examples;

/// <summary>
/// An example's text in the parts that a reader looks for. The API has one text in Markdown; here it is a field for each part, so that
/// nobody has to know Markdown and what went wrong is not forgotten. A text that was written otherwise stands in the first part.
/// </summary>
public static class ExampleSections
{
    /// <summary>Names of the fields, in the order of the text.</summary>
    public static readonly string[] All = ["need", "way", "result", "wrong", "advice"];

    /// <summary>What stands above the part, in the form and in the text.</summary>
    public static string Heading(string field) => Text.Of($"Examples.Heading.{field}");

    /// <summary>The text from its parts.</summary>
    public static string Join(Func<string, string> part)
    {
        var text = new StringBuilder();
        foreach (var field in All)
            if (part(field).Trim() is { Length: > 0 } said) text.Append("## ").Append(Heading(field)).Append("\n\n").Append(said).Append("\n\n");
        return text.ToString().TrimEnd();
    }

    /// <summary>The parts of a text.</summary>
    public static IReadOnlyDictionary<string, string> Split(string text)
    {
        var parts = All.ToDictionary(field => field, _ => new StringBuilder());
        var at = All[0];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && All.FirstOrDefault(field => Heading(field) == line[3..].Trim()) is { } next) at = next;
            else parts[at].Append(line).Append('\n');
        }
        return parts.ToDictionary(part => part.Key, part => part.Value.ToString().Trim());
    }
}
