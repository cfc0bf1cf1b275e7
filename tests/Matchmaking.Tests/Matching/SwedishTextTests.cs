using ServiceDefaults.Text;
using Xunit;

namespace Matchmaking.Tests.Matching;

public class SwedishTextTests
{
    private static readonly Lexicon Lexicon = new(["trappa", "städning", "arbete", "kläder", "gata", "sopning", "fönster", "putsning", "skola", "snö", "röjning"]);

    [Theory]
    [InlineData("städa städar städade städat städning städningen städare städarna")]
    [InlineData("röja röjer röjde röjning röjningen")]
    [InlineData("bok böcker böckerna")]
    [InlineData("målare måleri målning måla")]
    [InlineData("tvätta tvättar tvättat tvättning tvätt")]
    [InlineData("cykel cyklar cykeln cyklarna")]
    [InlineData("skola skolan skolor skolorna skolans")]
    [InlineData("fågel fågeln fåglar fåglarna")]
    [InlineData("bad badet badens")]
    [InlineData("sy sydde sömnad sömmerska")]
    public void Forms_of_a_word_share_a_stem(string forms) =>
        Assert.Single(forms.Split(' ').Select(SwedishStemmer.Stem).Distinct());

    [Theory]
    [InlineData("tidning", "tid")]
    [InlineData("städer", "städa")]
    [InlineData("målen", "måla")]
    [InlineData("glassen", "glaset")]
    [InlineData("läktare", "läkare")]
    [InlineData("ruttna", "rutor")]
    [InlineData("boka", "boken")]
    [InlineData("grannarna", "granar")]
    [InlineData("mattor", "maten")]
    [InlineData("vakter", "vaka")]
    [InlineData("soppa", "sopa")]
    public void Words_that_only_look_alike_keep_apart(string one, string other) =>
        Assert.NotEqual(SwedishStemmer.Stem(one), SwedishStemmer.Stem(other));

    [Theory]
    [InlineData("trappstädning", "trappa städ")]
    [InlineData("arbetskläder", "arbet kläder")]
    [InlineData("gatusopning", "gat sop")]
    [InlineData("skolfönsterputsning", "skol fönster puts")]
    [InlineData("städ", "")]
    public void Compounds_come_apart(string word, string parts) => Assert.Equal(parts, string.Join(' ', Lexicon.Split(word)));

    [Theory]
    [InlineData("fonster", "fönster")]
    [InlineData("städnig", "städning")]
    [InlineData("putsninng", "putsning")]
    [InlineData("stol", null)]
    public void Misspellings_are_mended(string word, string? meant) => Assert.Equal(meant, Lexicon.Correct(word));

    [Fact]
    public void A_denial_weighs_down_the_rest_of_its_clause()
    {
        var terms = new SwedishAnalyzer(Lexicon).Analyze("Vi tar städning men inte sopning, gärna putsning", denials: true);
        Assert.Equal([1f, 0.2f, 1f], terms.Select(t => t.Weight));
    }

    [Fact]
    public void A_name_in_the_middle_of_a_sentence_is_not_taken_apart_and_says_less()
    {
        var analyzer = new SwedishAnalyzer(Lexicon);
        Assert.Equal([0.5f], analyzer.Analyze("och sedan till Trappgatan", asks: true).Select(t => t.Weight));
        // First in a sentence, in small letters and where every word has a capital the letter tells nothing.
        foreach (var plain in new[] { "Trappgatan", "sedan till trappgatan", "Sedan Till Trappgatan" })
            Assert.Contains(analyzer.Analyze(plain, asks: true), t => t.Stem == SwedishStemmer.Stem("trappa"));
        // Enterprises write their trade as a part of their name.
        Assert.Contains(analyzer.Analyze("vi heter Trappgatan"), t => t.Stem == SwedishStemmer.Stem("trappa"));
    }
}
