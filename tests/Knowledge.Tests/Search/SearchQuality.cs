using Knowledge.Search;
using Testing;
using Xunit;

namespace Knowledge.Tests.Search;

/// <summary>
/// What people type, and what a librarian would hand them first. The table was written from the chapters' subjects before the
/// ranking was tuned; each row says which difficulty it stands for.
/// </summary>
public sealed class SearchQuality(KnowledgeService service)
{
    /// <summary>Question, expected first hit, difficulty.</summary>
    public static readonly TheoryData<string, string, string> Table = new()
    {
        { "direktupphandling", "direktupphandling", "plain" },
        { "sysselsättningskrav", "sysselsattningskrav", "plain" },
        { "reserverad upphandling", "reserverad-upphandling", "plain" },
        { "beloppsgränser", "beloppsgranser-2026-2027", "plain" },
        { "idéburet offentligt partnerskap", "iop", "plain" },
        { "tjänstekoncession", "tjanstekoncession", "plain" },
        { "ordlista", "ordlista", "plain" },
        { "direktupphandlingar", "direktupphandling", "inflection" },
        { "mentorskommuner", "utvecklingsresa-och-mentor", "inflection" },
        { "samordnaren", "utse-samordnare", "inflection" },
        { "kartlägga sociala företag", "kartlagg-sociala-foretag", "inflection" },
        { "självskattningen", "utgangslage-och-sjalvskattning", "inflection" },
        { "ramavtalen", "avrop-fran-ramavtal", "inflection" },
        { "följa upp avtal", "folj-upp-avtalet", "inflection" },
        { "avtalsuppföljning", "folj-upp-avtalet", "compound" },
        { "kontraktsvärde", "rakna-ut-vardet", "compound" },
        { "prissättning", "rakna-pa-ert-pris", "compound" },
        { "behovsbeskrivning", "beskriv-ett-behov", "compound" },
        { "landsbygdsmodell", "modell-landsbygdskommun", "compound" },
        { "direktupphandlng", "direktupphandling", "misspelling" },
        { "sysselsatningskrav", "sysselsattningskrav", "misspelling" },
        { "koncesion", "tjanstekoncession", "misspelling" },
        { "sjalvskattning", "utgangslage-och-sjalvskattning", "misspelling" },
        { "seketess", "sekretess-och-allmanna-handlingar", "misspelling" },
        { "valfrihetsystem", "lov-valfrihetssystem", "misspelling" },
        { "tröskelvärde", "beloppsgranser-2026-2027", "synonym" },
        { "partnerskap med idéburna", "iop", "synonym" },
        { "GDPR", "sekretess-och-allmanna-handlingar", "synonym" },
        { "glesbygd", "sma-kommuner-och-langa-avstand", "synonym" },
        { "kundval", "lov-valfrihetssystem", "synonym" },
        { "30 procent ur målgruppen", "reserverad-upphandling", "question" },
        { "får kommunen köpa direkt utan annons", "direktupphandling", "question" },
        { "hur räknar man ut värdet med option", "rakna-ut-vardet", "question" },
        { "vad är ett socialt företag", "vad-ar-ett-socialt-foretag", "question" },
        { "vilken nämnd ska ansvara", "forankra-och-utse-namnd", "question" },
        { "hemkörning av varor", "hemkorning-i-glesbygd", "question" },
        { "skriva ett behov", "beskriv-ett-behov", "question" },
        { "statsstöd till förening", "foreningsbidrag", "question" },
    };

    [Theory, MemberData(nameof(Table))]
    public async Task The_first_hit_is_what_a_librarian_would_hand_over(string question, string slug, string difficulty)
    {
        var answer = await (await service.Public.GetAsync($"/knowledge/v1/search?q={Uri.EscapeDataString(question)}")).ReadAsync<SearchKnowledge.Response>();
        var first = answer.Page.Items.Take(5).Select(hit => $"{hit.Slug} ({hit.Score})");
        Assert.True(answer.Page.Items is [var best, ..] && best.Slug == slug, $"{difficulty}: {question} gave {string.Join(", ", first)}");
    }
}
