using System.Text.RegularExpressions;
using Xunit;

namespace Architecture.Tests;

/// <summary>What the portal says to people stands in its text files, where it can be read through, corrected and translated, and not in the pages.</summary>
public sealed partial class PlainWords
{
    private const string Portal = "services/Portal/";

    private static IEnumerable<string> In(string path, string text)
    {
        var bare = Comments().Replace(text, "");
        var found = bare.Split('\n').Where(line => SwedishLetters().IsMatch(line)).Select(line => line.Trim());
        // Code beside the pages has English of its own: faults that only we read.
        if (!path.EndsWith(".razor", StringComparison.Ordinal)) return found;
        var markup = bare.Split("\n@code {")[0];
        return found
            .Concat(Sentences().Matches(bare).Select(match => match.Value))
            .Concat(Attributes().Matches(markup).Select(match => match.Value))
            .Concat(Literals().Matches(Asked().Replace(bare, "")).Select(match => match.Value).Where(text => !Texts.Known.Contains(text.Trim('"'))))
            .Concat(Nodes().Matches(markup).Select(node => Code().Replace(node.Groups[1].Value, " ")).Where(words => Word().IsMatch(Addresses().Replace(words, ""))).Select(words => words.Trim()));
    }

    [Fact]
    public void The_pages_hold_no_words_of_their_own()
    {
        var found = Source.Files("*.razor").Concat(Source.All)
            .Where(source => source.Path.StartsWith(Portal, StringComparison.Ordinal))
            .SelectMany(source => In(source.Path, source.Text).Select(words => $"{source.Path}: {words}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("<h2>Behov</h2>")]
    [InlineData("<p>@Show.Date(day) kom svaret</p>")]
    [InlineData("@if (any) { <p>Sista dag</p> }\nelse\n{\n<p>Ingen dag</p> }")]
    [InlineData("<Field Label=\"Namn\" Form=\"Form\" />")]
    [InlineData("<Fact Value=\"@(known ? name : \"Okand\")\" />")]
    [InlineData("<h1>@Text.Of(\"Needs.Title\")</h1>\n@code {\n    private string Said => \"Sparat\";\n}")]
    [InlineData("<p>@($\"{count} affarer\")</p>")]
    [InlineData("<input placeholder=\"sök\">")]
    public void A_word_in_a_page_is_found(string page) => Assert.NotEmpty(In("Page.razor", page));

    [Theory]
    [InlineData("<h2 class=\"row spread\">@Text.Of(\"Needs.Title\")</h2>")]
    [InlineData("@foreach (var one in all.Where(one => one.Count > 2)) { <li><a href=\"/behov/@one.Id\">@one.Title</a> @(one.Open ? Text.Of(\"Start\") : null)</li> }")]
    [InlineData("@if (one is { Count: > 1 } several)\n{\n    var (status, kind) = Words.NeedStatus(several.Status);\n    <Tag Kind=\"@kind\">@status</Tag>\n}\nelse { <Gone /> }")]
    [InlineData("@* Sidans huvud. *@\n<PostForm Name=\"publish\" OnSubmit=\"@(() => Move(\"publication\"))\" />")]
    public void Code_and_names_are_no_words(string page) => Assert.Empty(In("Page.razor", page));

    [GeneratedRegex("""@\*.*?\*@|///[^\n]*|(?<![:"])//[^\n]*""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("[åäöÅÄÖ]")]
    private static partial Regex SwedishLetters();

    /// <summary>Such as "Välj en kommun" or $"{count} affärer".</summary>
    [GeneratedRegex("""(?<![\w=])"[A-Z][a-z]+ [a-z][^"\n]*"|\$"[^"/\n]*[^\s{]\} [a-z]{3,}[^"\n]*["]""")]
    private static partial Regex Sentences();

    [GeneratedRegex("""\b(?:Title|Label|Lead|Hint|What|Caption|Kicker|Empty|Unit|First|CountName|aria-label|alt|placeholder|title)="(?=\w)[^"]*""")]
    private static partial Regex Attributes();

    [GeneratedRegex("""\b(?:Text\.(?:Of|Count|Find)|nameof)\("[^"]*["]""")]
    private static partial Regex Asked();

    /// <summary>A literal in code that begins as a word does.</summary>
    [GeneratedRegex("""(?<=[?:(,\[>] ?)"(?![A-Z]\w*\.\w)[A-ZÅÄÖ][a-zåäö]+[ .!?]?[^".:\n]*["]""")]
    private static partial Regex Literals();

    [GeneratedRegex("""(?<![=\-\s])>([^<>]*)(?=<[a-zA-Z/!])""")]
    private static partial Regex Nodes();

    /// <summary>Expressions, conditions and loops between the texts.</summary>
    [GeneratedRegex("""
        @?\b(?:if|foreach|for|switch|while)\s*\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|\belse\b|@?\bforeach\s*\([^()]*$|\b\w+\ [+-]?=\ [^;]*;|\bcase\b[^:]*:|\bdefault:|\bbreak;|\b(?:var|return|string)\b[^;]*;|[{}]|&\w+;|@\{|
        @?\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|@[\w.!?]+(?:\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|\[[^\]]*\]|[\w.!?])*
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Code();

    /// <summary>Such as digg.se/tdosanmalan.</summary>
    [GeneratedRegex("""[\w.]+\.\w{2,}/\S*""")]
    private static partial Regex Addresses();

    [GeneratedRegex("[A-Za-zåäöÅÄÖ]{2,}")]
    private static partial Regex Word();
}
