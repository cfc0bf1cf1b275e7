using Contracts;
using Contracts.Knowledge;
using Knowledge.Follow;
using Knowledge.Search;
using ServiceDefaults;

namespace Knowledge.Discussions;

/// <summary>
/// A question to the network and what others say to it. Everybody reads; members write. Its replies are part of it: they are
/// loaded with it whenever it is changed, since the search covers them.
/// </summary>
internal sealed class Discussion : TellingNoun, ISearchable
{
    private readonly List<Reply> replies = [];
    private Discussion() { }

    /// <summary>A thread that is longer than this is better begun anew.</summary>
    public const int MostReplies = 300;

    public Guid Id { get; private init; }
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string Topic { get; private set; } = "";

    /// <summary>Municipalities that it is for: pilot, skr:C6, county:21; null for all.</summary>
    public string? Group { get; private set; }

    public Guid? ModelId { get; private set; }
    public Writer Writer { get; private init; } = new();
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset LastActivityAt { get; private set; }

    /// <summary>Replies that can be read.</summary>
    public int ReplyCount { get; private set; }

    public Guid? AnswerId { get; private set; }
    public string? HiddenReason { get; private set; }

    /// <summary>A made-up example of the first edition, and shown as such.</summary>
    public bool Fictional { get; private init; }

    public IReadOnlyList<Reply> Replies => replies;

    public static Discussion Start(DiscussionText text, Writer writer, DateTimeOffset now, Guid? seeded = null)
    {
        var discussion = new Discussion { Id = seeded ?? Guid.CreateVersion7(now), Writer = writer, StartedAt = now, LastActivityAt = now, Fictional = seeded is not null };
        discussion.Take(text);
        discussion.Changed("started");
        if (seeded is null) discussion.Tell("Ny fråga", writer.Subject, Mentions.In(text.Body), narrow: false);
        return discussion;
    }

    public Error? Revise(DiscussionText text)
    {
        List<string> mentioned = [.. Mentions.In(text.Body).Except(Mentions.In(Body))];
        Take(text);
        Changed("revised");
        if (mentioned.Count > 0) Tell("Frågan har ändrats", Writer.Subject, mentioned);
        return null;
    }

    public Reply? Add(string body, Writer writer, DateTimeOffset now)
    {
        if (replies.Count >= MostReplies) return null;
        var reply = new Reply(Id, body, writer, now);
        replies.Add(reply);
        LastActivityAt = now;
        Count("replied");
        if (!Fictional || writer.Subject.Length > 0) Tell($"Nytt svar från {writer.Label}", writer.Subject, Mentions.In(body));
        return reply;
    }

    public void Rewrite(Reply reply, string body, DateTimeOffset now)
    {
        List<string> mentioned = [.. Mentions.In(body).Except(Mentions.In(reply.Body))];
        reply.Rewrite(body, now);
        LastActivityAt = now;
        Changed("revised");
        if (mentioned.Count > 0) Tell("Ett svar har ändrats", reply.Writer.Subject, mentioned);
    }

    /// <summary>Says which reply answers the question, or that none does.</summary>
    public Error? Accept(Guid? replyId)
    {
        if (replyId is { } id && !replies.Any(r => r.Id == id && r.HiddenReason is null)) return DiscussionErrors.NoSuchReply;
        AnswerId = replyId;
        Changed("answered");
        if (replyId is not null && !Fictional) Tell("Frågan har fått ett svar som löste den", Writer.Subject, []);
        return null;
    }

    /// <summary>Takes the whole discussion, or one reply, out of sight. Nothing is deleted: it can be restored, and who did what stays.</summary>
    public Error? Hide(Guid? replyId, string reason)
    {
        if (replyId is null)
        {
            if (HiddenReason is not null) return DiscussionErrors.AlreadyHidden;
            HiddenReason = reason;
        }
        else
        {
            if (Find(replyId) is not { } reply) return DiscussionErrors.NoSuchReply;
            if (reply.HiddenReason is not null) return DiscussionErrors.AlreadyHidden;
            reply.Hide(reason);
            if (AnswerId == replyId) AnswerId = null;
        }
        Count("hidden");
        return null;
    }

    public Error? Restore(Guid? replyId)
    {
        if (replyId is null)
        {
            if (HiddenReason is null) return DiscussionErrors.NotHidden;
            HiddenReason = null;
        }
        else
        {
            if (Find(replyId) is not { } reply) return DiscussionErrors.NoSuchReply;
            if (reply.HiddenReason is null) return DiscussionErrors.NotHidden;
            reply.Hide(null);
        }
        Count("restored");
        return null;
    }

    public SearchText ToSearchText() => new(
        "discussion", Id, Id.ToString(), Title, Summary, [],
        string.Join("\n\n", replies.Where(r => r.HiddenReason is null).OrderBy(r => r.Id != AnswerId).ThenBy(r => r.Number).Select(r => r.Body).Prepend(Body)),
        Topic, [], [], DateOnly.MaxValue, HiddenReason is null, []);

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => new DiscussionChanged(
        Id, Version, reason, HiddenReason is not null, HiddenReason is null ? Title : "", Topic, Group, ModelId,
        Writer.Org is { Length: 4 } code && !Fictional ? code : null, ReplyCount, AnswerId is not null, Fictional, LastActivityAt);

    private string Summary => Rendering.SafeMarkdown.ToText(Body).ReplaceLineEndings(" ").Trim() is var text && text.Length > 200 ? text[..200] + "…" : text;

    private void Tell(string what, string actor, List<string> mentions, bool narrow = true) => Tell(new Notice
    {
        Id = Guid.CreateVersion7(),
        Kind = "discussion",
        Thing = Id,
        What = what,
        Title = Title,
        Path = $"/diskussioner/{Id}",
        Actor = actor,
        ForGroup = Group,
        Mentions = mentions,
        Participants = [.. replies.Select(r => r.Writer.Subject).Append(Writer.Subject).Where(subject => subject.Length > 0).Distinct()],
        Narrow = narrow,
    });

    private Reply? Find(Guid? id) => replies.SingleOrDefault(r => r.Id == id);

    private void Count(string reason)
    {
        ReplyCount = replies.Count(r => r.HiddenReason is null);
        Changed(reason);
    }

    private void Take(DiscussionText text) =>
        (Title, Body, Topic, Group, ModelId) = (text.Title.Trim(), text.Body, text.Topic, text.Group, text.ModelId);
}
