using Knowledge.Articles;
using Knowledge.Seeding;
using Testing;
using Xunit;

namespace Knowledge.Tests.Seeds;

/// <summary>The first edition: complete, linked, and left alone once people have taken it over.</summary>
public sealed class Handbook(KnowledgeService service)
{
    private static readonly IReadOnlyList<SeedFile> Chapters = SeedFile.All("handbook");
    private static readonly IReadOnlyList<SeedFile> Examples = SeedFile.All("cases");

    [Fact]
    public void It_has_at_least_twenty_five_chapters_of_real_length()
    {
        Assert.True(Chapters.Count >= 25, $"{Chapters.Count} chapters");
        Assert.All(Chapters, chapter => Assert.InRange(Words(chapter.Body), 300, 700));
    }

    [Fact]
    public void Each_chapter_has_owner_review_day_sources_and_known_codes()
    {
        Assert.All(Chapters, chapter =>
        {
            var text = SeedArticles.Text(chapter);
            Assert.NotEmpty(text.Owner);
            Assert.True(text.ReviewBy > new DateOnly(2026, 11, 25), chapter.Name);
            Assert.NotEmpty(text.Sources);
            Assert.Contains(text.Topic, Vocabulary.Topics);
            Assert.Subset(Vocabulary.Audiences.ToHashSet(), text.Audiences.ToHashSet());
            Assert.Subset(Vocabulary.Dimensions.ToHashSet(), text.Dimensions.ToHashSet());
            Assert.NotEmpty(text.Audiences);
            Assert.All(text.Title + text.Summary, letter => Assert.False(char.IsControl(letter)));
            Assert.True(text.Title.Length <= 150 && text.Summary.Length <= 400, chapter.Name);
        });
    }

    [Fact]
    public void Each_link_leads_somewhere()
    {
        var slugs = Chapters.Select(chapter => chapter.One("slug")).ToList();
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
        Assert.All(Chapters, chapter =>
        {
            Assert.Subset(slugs.ToHashSet(), chapter.Many("related").Concat(chapter.Many("models")).ToHashSet());
            Assert.DoesNotContain(chapter.One("slug"), chapter.Many("related"));
            Assert.Subset(Examples.Select(example => example.One("slug")).ToHashSet(), chapter.Many("cases").ToHashSet());
            Assert.Subset(Vocabulary.Routes.ToHashSet(), chapter.Many("routes").ToHashSet());
        });
    }

    [Fact]
    public void It_has_at_least_twelve_examples_that_say_that_they_are_made_up()
    {
        Assert.True(Examples.Count >= 12, $"{Examples.Count} examples");
        Assert.All(Examples, example =>
        {
            Assert.StartsWith("**Det här är ett påhittat exempel.**", example.Body, StringComparison.Ordinal);
            Assert.Contains("## Det som inte fungerade", example.Body, StringComparison.Ordinal);
            Assert.Contains("Påhittat exempel", example.Lines("sources")[0], StringComparison.Ordinal);
            Assert.InRange(Words(example.Body), 300, 700);
            Assert.NotEmpty(example.One("owner"));
            var (text, facts) = (SeedCases.Text(example), SeedCases.Facts(example));
            Assert.True(text.BuyerContact.Length > 0 && text.SupplierContact.Length > 0 && text.ReviewBy > new DateOnly(2026, 11, 25), example.Name);
            Assert.Subset(Vocabulary.Routes.ToHashSet(), facts.Routes.ToHashSet());
            Assert.Subset(Vocabulary.Dimensions.ToHashSet(), text.Dimensions.ToHashSet());
            Assert.Contains(facts.Topic, Vocabulary.Topics);
        });
    }

    [Fact]
    public async Task Seeded_again_nothing_changes()
    {
        var address = "/knowledge/v1/articles/direktupphandling";
        var before = await (await service.Public.GetAsync(address)).ReadAsync<GetArticle.Response>();
        await service.SeedAgain();
        var after = await (await service.Public.GetAsync(address)).ReadAsync<GetArticle.Response>();
        Assert.Equal((before.Version, before.ChangedAt), (after.Version, after.ChangedAt));
    }

    [Fact]
    public void A_newer_seed_reaches_untouched_chapters_and_passes_those_that_people_have_changed()
    {
        var text = SeedArticles.Text(Chapters[0]);
        var seed = new Author(Author.Seed, DateTimeOffset.UnixEpoch);
        var chapter = Article.FirstEdition("kapitel", text, "a", seed);
        chapter.NextEdition(text, "b", seed);
        Assert.Equal("b", chapter.SeedMark);
        Assert.Null(chapter.Revise(text, new Author(Author.Skr, DateTimeOffset.UnixEpoch)));
        Assert.Null(chapter.SeedMark);
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
