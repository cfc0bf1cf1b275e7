using Knowledge.Articles;
using Microsoft.EntityFrameworkCore;

namespace Knowledge.Seeding;

/// <summary>
/// The handbook's first edition. A chapter that a person has changed, reviewed or withdrawn is theirs and stays as it is;
/// the others follow the files.
/// </summary>
internal static class SeedArticles
{
    public static async Task Run(KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var author = new Author(Author.Seed, clock.GetUtcNow());
        var known = await db.Articles.ToDictionaryAsync(a => a.Slug, stop);
        foreach (var file in SeedFile.All("handbook"))
        {
            var slug = file.One("slug");
            if (!known.TryGetValue(slug, out var article)) db.Add(Article.FirstEdition(slug, Text(file), file.Mark, author));
            else if (article.SeedMark is { } mark && mark != file.Mark) article.NextEdition(Text(file), file.Mark, author);
        }
        await db.SaveChangesAsync(stop);
    }

    internal static ArticleText Text(SeedFile file) => new()
    {
        Title = file.One("title"),
        Summary = file.One("summary"),
        Body = file.Body,
        Topic = file.One("topic"),
        Audiences = file.Many("audiences"),
        Keywords = file.Many("keywords"),
        Routes = file.Many("routes"),
        Dimensions = file.Many("dimensions"),
        CpvCodes = file.Many("cpv"),
        Related = file.Many("related"),
        Models = file.Many("models"),
        Cases = file.Many("cases"),
        Sources = file.Lines("sources"),
        Owner = file.One("owner"),
        ReviewBy = file.Day("reviewBy"),
    };
}
