namespace Portal.Api;

/// <summary>A discussion in a list.</summary>
public sealed record DiscussionItem(Guid Id, string Title, string Topic, string? Group, string Writer, DateTimeOffset StartedAt, DateTimeOffset LastActivityAt, int Replies, bool Answered, bool Hidden, bool Fictional, int Version);

/// <summary>A reply.</summary>
public sealed record DiscussionReply(Guid Id, string Body, string Html, string Writer, string? WriterName, bool Own, DateTimeOffset WrittenAt, DateTimeOffset? RewrittenAt, bool Accepted, bool Hidden, string? HiddenReason);

/// <summary>A discussion with its replies. The HTML has been made and cleaned by Knowledge.</summary>
public sealed record Discussion(
    Guid Id, string Title, string Body, string Html, string Topic, string? Group, string Writer, string? WriterName, bool Own, DateTimeOffset StartedAt, DateTimeOffset LastActivityAt,
    Guid? AnswerId, string? HiddenReason, bool Fictional, IReadOnlyList<DiscussionReply> Replies, int Version);

/// <summary>Something that has been asked or written before.</summary>
public sealed record Similar(Guid Id, string Slug, string Title, string Passage);

/// <summary>What has been asked before, and what the handbook says.</summary>
public sealed record SimilarFound(IReadOnlyList<Similar> Discussions, IReadOnlyList<Similar> Chapters);

/// <summary>What a discussion led to.</summary>
public sealed record DiscussionChanged(Guid Id, int Version);
