using Contracts;
using Contracts.Knowledge;
using Knowledge.Follow;
using Knowledge.Search;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>
/// A chapter of the handbook. It has an owner and a day by which it must be reviewed: a handbook that nobody keeps up is
/// worse than none, because its readers believe it.
/// </summary>
internal sealed class Article : TellingNoun, ISearchable
{
    private readonly List<ArticleRevision> revisions = [];
    private Article() { }

    public Guid Id { get; private init; }
    public string Slug { get; private init; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string Topic { get; private set; } = "";
    public List<string> Audiences { get; private set; } = [];
    public List<string> Keywords { get; private set; } = [];
    public List<string> Routes { get; private set; } = [];
    public List<string> Dimensions { get; private set; } = [];
    public List<string> CpvCodes { get; private set; } = [];
    public List<string> Related { get; private set; } = [];
    public List<string> Models { get; private set; } = [];
    public List<string> Cases { get; private set; } = [];
    public List<string> Sources { get; private set; } = [];
    public string Owner { get; private set; } = "";

    /// <summary>Who wrote it: <c>skr</c> or a municipality's code.</summary>
    public string OwnerOrg { get; private init; } = "";

    public DateOnly ReviewBy { get; private set; }
    public ArticleStatus Status { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Mark of the seed text it holds; null as soon as a person has changed it, and the seed then leaves it alone.</summary>
    public string? SeedMark { get; private set; }

    public IReadOnlyList<ArticleRevision> Revisions => revisions;

    public static Article Draft(string slug, string ownerOrg, ArticleText text, Author author)
    {
        var article = new Article { Id = Guid.CreateVersion7(author.At), Slug = slug, OwnerOrg = ownerOrg };
        article.Take(text);
        article.Note("drafted", author);
        return article;
    }

    /// <summary>A chapter of the seed: public at once, also when its review day has passed, which its readers then see.</summary>
    public static Article FirstEdition(string slug, ArticleText text, string mark, Author author)
    {
        var article = new Article { Id = SeedIds.Of("article", slug), Slug = slug, OwnerOrg = Author.Skr, Status = ArticleStatus.Published };
        (article.PublishedAt, article.ReviewedAt) = (author.At, author.At);
        article.Take(text);
        article.Note("published", author);
        article.SeedMark = mark;
        return article;
    }

    /// <summary>A newer seed text of a chapter that nobody has touched.</summary>
    public void NextEdition(ArticleText text, string mark, Author author)
    {
        Take(text);
        Note("revised", author);
        SeedMark = mark;
    }

    public Error? Publish(Author author)
    {
        if (Status == ArticleStatus.Published) return ArticleErrors.AlreadyPublished;
        if (Sources.Count == 0) return ArticleErrors.NoSources;
        if (ReviewBy <= author.Today) return ArticleErrors.ReviewDatePassed;
        Status = ArticleStatus.Published;
        PublishedAt ??= author.At;
        ReviewedAt = author.At;
        Note("published", author);
        Tell("Nytt kapitel i handboken", narrow: false);
        return null;
    }

    public Error? Revise(ArticleText text, Author author)
    {
        if (Status == ArticleStatus.Withdrawn) return ArticleErrors.Withdrawn;
        if (Status == ArticleStatus.Published && text.Sources.Count == 0) return ArticleErrors.NoSources;
        if (Status == ArticleStatus.Published && text.ReviewBy <= author.Today) return ArticleErrors.ReviewDatePassed;
        Take(text);
        Note("revised", author);
        if (Status == ArticleStatus.Published) Tell("Kapitlet är omskrivet");
        return null;
    }

    /// <summary>Somebody has read it against its sources and found it right; the next review moves ahead.</summary>
    public Error? Review(DateOnly next, Author author)
    {
        if (Status != ArticleStatus.Published) return ArticleErrors.NotPublished;
        if (next <= author.Today) return ArticleErrors.ReviewDatePassed;
        ReviewBy = next;
        ReviewedAt = author.At;
        Note("reviewed", author);
        return null;
    }

    public Error? Withdraw(Author author)
    {
        if (Status == ArticleStatus.Withdrawn) return ArticleErrors.Withdrawn;
        Status = ArticleStatus.Withdrawn;
        Note("withdrawn", author);
        if (PublishedAt is not null) Tell("Kapitlet är återtaget");
        return null;
    }

    private void Tell(string what, bool narrow = true) => Tell(Notice.Of("article", Id, what, Title, $"/handbok/{Slug}", narrow));

    public SearchText ToSearchText() => new(
        "article", Id, Slug, Title, Summary, Keywords, Body, Topic, Audiences, Routes, ReviewBy, Status == ArticleStatus.Published,
        Status == ArticleStatus.Withdrawn ? [] : [OwnerOrg]);

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => PublishedAt is null ? null : Status == ArticleStatus.Withdrawn
        ? new ArticleChanged(Id, Version, reason, true, "", "", "", "", ReviewBy)
        : new ArticleChanged(Id, Version, reason, false, Slug, Title, Summary, Owner, ReviewBy);

    private void Take(ArticleText text)
    {
        (Title, Summary, Body, Topic) = (text.Title.Trim(), text.Summary.Trim(), text.Body, text.Topic);
        (Owner, ReviewBy) = (text.Owner.Trim(), text.ReviewBy);
        (Audiences, Keywords, Routes, Dimensions) = ([.. text.Audiences], [.. text.Keywords], [.. text.Routes], [.. text.Dimensions]);
        (CpvCodes, Related, Models, Cases) = ([.. text.CpvCodes], [.. text.Related], [.. text.Models], [.. text.Cases]);
        Sources = [.. text.Sources];
    }

    private void Note(string reason, Author author)
    {
        SeedMark = null;
        Changed(reason);
        revisions.Add(new ArticleRevision(this, reason, author));
    }
}

/// <summary>Where an article is in its life.</summary>
public enum ArticleStatus
{
    /// <summary>Seen by its owner and the network lead only.</summary>
    Draft,

    /// <summary>Public.</summary>
    Published,

    /// <summary>No longer public.</summary>
    Withdrawn,
}
