using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Architecture.Tests;

/// <summary>The portal's texts: what a page names is there, what is there is named, and what has English has all of it.</summary>
public sealed partial class Texts
{
    private const string Portal = "services/Portal/";

    private static readonly Dictionary<string, IReadOnlyList<string>> Files = Source.Files("*.resx")
        .Where(file => file.Path.StartsWith(Portal, StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileName(file.Path), file => (IReadOnlyList<string>)[.. Names(file.Text)]);

    private static readonly Source[] Pages = [.. Source.Files("*.razor").Concat(Source.All).Where(source => source.Path.StartsWith(Portal, StringComparison.Ordinal))];

    /// <summary>The files of an area: all their names begin with the file's own.</summary>
    private static readonly string[] Areas = [.. Files.Keys.Select(file => file.Split('.')[0]).Where(area => area is not ("Text" or "Public")).Distinct()];

    /// <summary>All names.</summary>
    internal static readonly HashSet<string> Known = [.. Files.Where(file => !file.Key.EndsWith(".en.resx", StringComparison.Ordinal)).SelectMany(file => file.Value)];

    private static IEnumerable<string> Names(string resx) => XDocument.Parse(resx).Descendants("data").Select(text => text.Attribute("name")!.Value);

    private static bool IsOf(IEnumerable<string> areas, string name) => areas.Any(area => name.StartsWith($"{area}.", StringComparison.Ordinal));

    /// <summary>What a page asks for: the name in <c>Text.Of</c>, and every literal that looks like a name of an area, as behind a condition.</summary>
    private static IEnumerable<string> Named(string page, IEnumerable<string> areas) =>
        Valued().Matches(page).Select(match => match.Groups[1].Value)
            .Concat(Literals().Matches(page).Select(match => match.Groups[1].Value).Where(text => IsOf(areas, text)))
            .Except(Counts().Matches(page).Select(match => match.Groups[1].Value))
            .Concat(Counts().Matches(page).SelectMany(match => new[] { $"{match.Groups[1].Value}.One", $"{match.Groups[1].Value}.Many" }));

    /// <summary>The beginnings of names that are put together, as <c>$"Words.{group}.{code}"</c>.</summary>
    private static IEnumerable<string> Begun(string page) => Made().Matches(page).Select(match => match.Groups[1].Value);

    [Fact]
    public void Each_text_that_a_page_names_is_there()
    {
        Assert.Equal<string>([], Pages.SelectMany(page => Named(page.Text, Areas).Where(name => !Known.Contains(name)).Select(name => $"{page.Path}: {name}")));
        Assert.Equal(["Start.Tittel"], Named("""<h1>@Text.Of("Start.Tittel")</h1>""", []));
        Assert.Equal(["Needs.A", "Needs.B"], Named("""<h1>@Text.Of(own ? "Needs.A" : "Needs.B")</h1>""", ["Needs"]));
        Assert.Equal(["Needs.Day.One", "Needs.Day.Many"], Named("""<p>@Text.Count("Needs.Day", days)</p>""", ["Needs"]));
    }

    [Fact]
    public void Each_text_of_an_area_is_named_somewhere()
    {
        var named = Pages.SelectMany(page => Named(page.Text, Areas)).ToHashSet(StringComparer.Ordinal);
        var begun = Pages.SelectMany(page => Begun(page.Text)).Distinct().ToList();
        Assert.Equal<string>([], Known.Where(name => IsOf(Areas, name) && !named.Contains(name) && !begun.Exists(part => name.StartsWith(part, StringComparison.Ordinal))));
        Assert.Equal(["Words."], Begun("""Text.Find($"Words.{group}.{code}")"""));
    }

    [Fact]
    public void A_text_with_room_for_values_gets_them()
    {
        var roomy = Source.Files("*.resx").Where(file => file.Path.StartsWith(Portal, StringComparison.Ordinal)).SelectMany(file => XDocument.Parse(file.Text).Descendants("data"))
            .Where(text => text.Value.Contains("{0}", StringComparison.Ordinal)).Select(text => text.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal<string>([], Pages.SelectMany(page => Valued().Matches(page.Text)
            .Where(match => roomy.Contains(match.Groups[1].Value) != (match.Groups[2].Value == ",")).Select(match => $"{page.Path}: {match.Groups[1].Value}")));
    }

    [Fact]
    public void A_file_with_English_has_the_same_texts_in_both()
    {
        foreach (var (english, names) in Files.Where(file => file.Key.EndsWith(".en.resx", StringComparison.Ordinal)))
            Assert.Equal(Files[english.Replace(".en.resx", ".resx", StringComparison.Ordinal)].Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    /// <summary>What a translated page names, and what the components and words that it is made of name, is in English too.</summary>
    [Fact]
    public void A_translated_page_has_all_its_texts_in_English()
    {
        var english = Files.Where(file => file.Key.EndsWith(".en.resx", StringComparison.Ordinal)).SelectMany(file => file.Value).ToHashSet(StringComparer.Ordinal);
        var named = Pages.ToLookup(page => Path.GetFileName(page.Path).Split('.')[0]);
        var translated = Pages.Where(page => page.Text.Contains("[Translated]", StringComparison.Ordinal) && page.Path.EndsWith(".razor", StringComparison.Ordinal)).ToList();
        Assert.InRange(translated.Count, 15, int.MaxValue);
        foreach (var page in translated)
        {
            var parts = Parts().Matches(page.Text).Select(match => match.Groups[1].Value + match.Groups[2].Value).Distinct()
                .Select(part => named[part].OrderBy(one => Path.GetDirectoryName(one.Path) != Path.GetDirectoryName(page.Path)).FirstOrDefault()).OfType<Source>();
            foreach (var part in parts.Append(page))
            {
                Assert.Equal<string>([], Named(part.Text, Areas).Concat(Menued().Matches(part.Text).Select(match => match.Groups[1].Value)).Where(name => !english.Contains(name)).Select(name => $"{page.Path}, {part.Path}: {name}"));
                Assert.All(Begun(part.Text), beginning => Assert.All(Known.Where(name => name.StartsWith(beginning, StringComparison.Ordinal)), name => Assert.Contains(name, english)));
            }
        }
    }

    [Fact]
    public void No_name_stands_twice_and_each_in_the_file_of_its_first_part()
    {
        // The build leaves out a name that differs from another by case alone.
        Assert.All(Files, file => Assert.Equal(file.Value.Count, file.Value.Distinct(StringComparer.OrdinalIgnoreCase).Count()));
        foreach (var (file, names) in Files.Where(file => Areas.Contains(file.Key.Split('.')[0])))
            Assert.All(names, name => Assert.StartsWith($"{file.Split('.')[0]}.", name, StringComparison.Ordinal));
    }

    /// <summary>Kept from the first reader's visit, it would be shown to all others in that reader's language.</summary>
    [Fact]
    public void No_text_is_kept_in_a_field()
    {
        Assert.Empty(Source.Files("*.razor").Concat(Source.All)
            .Where(source => source.Path.StartsWith("services/Portal/", StringComparison.Ordinal) && Kept().IsMatch(source.Text)).Select(source => source.Path));
        Assert.Matches(Kept(), """private static readonly Option[] Kinds = [new("a", Text.Of("Needs.A"))];""");
        Assert.Matches(Kept(), """public static Option[] Kinds { get; } = [new("a", Text.Of("Needs.A"))];""");
        Assert.DoesNotMatch(Kept(), """public static Option[] Kinds => [new("a", Text.Of("Needs.A"))];""");
    }

    [GeneratedRegex("""\bText\.Of\("([^"{]+)"([,)])""")]
    private static partial Regex Valued();

    [GeneratedRegex("""<([A-Z]\w+)|\b([A-Z]\w+)\.[A-Z]""")]
    private static partial Regex Parts();

    [GeneratedRegex("\\bFrame\\(\"([^\"{]+)")]
    private static partial Regex Menued();

    [GeneratedRegex("""\bText\.Count\("([^"{]+)",""")]
    private static partial Regex Counts();

    [GeneratedRegex("""(?<![$=])"([A-Z]\w*(?:\.[\w-]+)+)"(?!=)""")]
    private static partial Regex Literals();

    [GeneratedRegex("""\$"([A-Z]\w*\.[\w.-]*)\{""")]
    private static partial Regex Made();

    [GeneratedRegex("""\bstatic (?:readonly [^=;]*|[^=;{]*\{ get; \} )=(?!>)[^;]*\bText\.(?:Of|Count)\(""")]
    private static partial Regex Kept();
}
