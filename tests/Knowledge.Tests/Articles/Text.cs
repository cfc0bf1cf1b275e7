using Knowledge.Articles;

namespace Knowledge.Tests.Articles;

/// <summary>Texts for tests.</summary>
internal static class Text
{
    /// <summary>A draft that could be published as it stands.</summary>
    public static CreateArticle.Request Draft(string title = "Ett utkast", string body = "Texten.") => new()
    {
        Slug = $"utkast-{Guid.NewGuid():n}",
        Title = title,
        Summary = "Vad läsaren får.",
        Body = body,
        Topic = "basics",
        Sources = ["Kommunallagen (2017:725) 2 kap. 1 §"],
        Owner = "Redaktören",
        ReviewBy = new DateOnly(2090, 1, 1),
    };

    /// <summary>A revision with the same duties.</summary>
    public static ReviseArticle.Request Revision(string title) => new()
    {
        Title = title,
        Summary = "Vad läsaren får nu.",
        Body = "En ny text.",
        Topic = "basics",
        Sources = ["Kommunallagen (2017:725) 2 kap. 1 §"],
        Owner = "Redaktören",
        ReviewBy = new DateOnly(2090, 1, 1),
    };
}
