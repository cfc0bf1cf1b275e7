namespace Contracts.Knowledge;

/// <summary>A published article of the handbook.</summary>
/// <param name="Id">Identity of the article.</param>
/// <param name="Version">The article's version.</param>
/// <param name="Reason">published, revised, reviewed or withdrawn.</param>
/// <param name="Withdrawn">True when the article is no longer public. Then its texts are empty.</param>
/// <param name="Slug">The article's name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it is about, in a sentence or two.</param>
/// <param name="Owner">Who keeps it right.</param>
/// <param name="ReviewBy">When it must be reviewed at the latest.</param>
[EventName("knowledge.article-changed")]
public sealed record ArticleChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string Slug,
    string Title,
    string Summary,
    string Owner,
    DateOnly ReviewBy) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
