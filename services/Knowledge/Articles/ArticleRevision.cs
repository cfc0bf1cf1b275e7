namespace Knowledge.Articles;

/// <summary>An article as it stood after one change: the version history.</summary>
internal sealed class ArticleRevision
{
    private ArticleRevision() { }

    public ArticleRevision(Article article, string reason, Author author)
    {
        // The save raises the article's version by one, so this is the version that the change becomes.
        (ArticleId, Version) = (article.Id, article.Version + 1);
        (Reason, ChangedAt, ChangedBy) = (reason, author.At, author.Org);
        (Title, Summary, Body, Sources) = (article.Title, article.Summary, article.Body, [.. article.Sources]);
        (Owner, ReviewBy, Public) = (article.Owner, article.ReviewBy, article.PublishedAt is not null);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ArticleId { get; private init; }
    public int Version { get; private init; }
    public string Reason { get; private init; } = "";
    public DateTimeOffset ChangedAt { get; private init; }

    /// <summary>Organisation, not person: <c>skr</c>, a municipality's code, or <c>seed</c> for the platform's first edition.</summary>
    public string ChangedBy { get; private init; } = "";

    public string Title { get; private init; } = "";
    public string Summary { get; private init; } = "";
    public string Body { get; private init; } = "";
    public List<string> Sources { get; private init; } = [];
    public string Owner { get; private init; } = "";
    public DateOnly ReviewBy { get; private init; }

    /// <summary>False for what was written before the first publication, which stays with its writers.</summary>
    public bool Public { get; private init; }
}
