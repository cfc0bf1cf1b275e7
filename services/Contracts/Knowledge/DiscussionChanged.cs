namespace Contracts.Knowledge;

/// <summary>A discussion of the network. What is said in it, and by whom, is not told here.</summary>
/// <param name="Id">Identity of the discussion.</param>
/// <param name="Version">The discussion's version.</param>
/// <param name="Reason">started, revised, replied, answered, hidden or restored.</param>
/// <param name="Withdrawn">True while it is hidden; the title is then empty, since it may be what was wrong.</param>
/// <param name="Title">The question.</param>
/// <param name="Topic">Part of the handbook that it belongs to.</param>
/// <param name="Group">Municipalities that it is for: pilot, skr:C6 or county:21; null for all.</param>
/// <param name="ModelId">The model (a published collaboration) that it is about, or null.</param>
/// <param name="MunicipalityCode">SCB code of the municipality that asks, or null.</param>
/// <param name="Replies">How many replies can be read.</param>
/// <param name="Answered">True when a reply has been accepted as the answer.</param>
/// <param name="Fictional">True for a made-up example of the first edition.</param>
/// <param name="LastActivityAt">When something was last said (UTC).</param>
[EventName("knowledge.discussion-changed")]
public sealed record DiscussionChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string Title,
    string Topic,
    string? Group,
    Guid? ModelId,
    string? MunicipalityCode,
    int Replies,
    bool Answered,
    bool Fictional,
    DateTimeOffset LastActivityAt) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
