namespace Knowledge.Discussions;

/// <summary>Something said in a discussion.</summary>
internal sealed class Reply
{
    private Reply() { }

    public Reply(Guid discussionId, string body, Writer writer, DateTimeOffset now) =>
        (Id, DiscussionId, Body, Writer, WrittenAt) = (Guid.CreateVersion7(now), discussionId, body, writer, now);

    public Guid Id { get; private init; }
    public Guid DiscussionId { get; private init; }

    /// <summary>Order of arrival over all discussions, given by the database.</summary>
    public long Number { get; private init; }

    public string Body { get; private set; } = "";
    public Writer Writer { get; private init; } = new();
    public DateTimeOffset WrittenAt { get; private init; }
    public DateTimeOffset? RewrittenAt { get; private set; }

    /// <summary>Why it is not shown; null when it is.</summary>
    public string? HiddenReason { get; private set; }

    public void Rewrite(string body, DateTimeOffset now) => (Body, RewrittenAt) = (body, now);

    public void Hide(string? reason) => HiddenReason = reason;
}

/// <summary>What a moderator did and why. Never changed or deleted.</summary>
internal sealed class Moderation
{
    public Guid Id { get; init; }
    public Guid DiscussionId { get; init; }
    public Guid? ReplyId { get; init; }

    /// <summary>hide or restore.</summary>
    public string Action { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>The moderator's subject.</summary>
    public string Moderator { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
