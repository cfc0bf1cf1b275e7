namespace Portal.Api;

/// <summary>Something that a member has reported to the moderator.</summary>
public sealed record Report(Guid Id, Guid DiscussionId, Guid? ReplyId, string Title, string Passage, string Reason, DateTimeOffset At, int Version);

/// <summary>Something that a moderator has done.</summary>
public sealed record ModerationDone(Guid DiscussionId, Guid? ReplyId, string Title, string Action, string Reason, DateTimeOffset At, bool StillHidden);

/// <summary>What somebody could not use.</summary>
public sealed record FeedbackNote(Guid Id, string Text, string? Page, string? Contact, DateTimeOffset SentAt, DateTimeOffset? HandledAt, string? Outcome);

/// <summary>What the writer of feedback can refer to.</summary>
public sealed record FeedbackSent(Guid Id);

/// <summary>The text of a case, as its sides write it.</summary>
public sealed record CaseText(string Title, string Summary, string Body, IReadOnlyList<string> Dimensions, string BuyerContact, string SupplierContact, DateOnly ReviewBy);

/// <summary>What a change of a case led to.</summary>
public sealed record CaseChanged(Guid Id, string Slug, string Status, bool BuyerApproved, bool SupplierApproved, int Version);

/// <summary>The service Knowledge: what members write, and what is watched over.</summary>
public static class Community
{
    private const string Root = "/knowledge/v1";

    /// <summary>Reports that wait, the oldest first.</summary>
    public static Task<Part<PageOf<Report>>> ListReports(this ApiClient api, int page = 1, int limit = 20) => api.Get<PageOf<Report>>(Query.Of($"{Root}/discussions/reports", ("page", page), ("limit", limit)));

    /// <summary>What moderators have done, the latest first.</summary>
    public static Task<Part<PageOf<ModerationDone>>> ListModerations(this ApiClient api) => api.Get<PageOf<ModerationDone>>($"{Root}/discussions/moderations?limit=20");

    /// <summary>Tells the moderator.</summary>
    public static Task<Outcome<object>> Report(this ApiClient api, Guid discussion, Guid? reply, string reason, string key) =>
        api.Send<object>(HttpMethod.Post, $"{Root}/discussions/{discussion}/reports", new { reason, replyId = reply }, key: key);

    /// <summary>Leaves what was reported standing.</summary>
    public static Task<Outcome<object>> DismissReport(this ApiClient api, Guid report, string key) => api.Send<object>(HttpMethod.Post, $"{Root}/discussions/reports/{report}/dismissal", key: key);

    /// <summary>Hides or restores.</summary>
    public static Task<Outcome<DiscussionChanged>> Moderate(this ApiClient api, Guid discussion, int version, string action, string reason, Guid? reply) =>
        api.Send<DiscussionChanged>(HttpMethod.Post, $"{Root}/discussions/{discussion}/moderation", new { action, reason, replyId = reply }, version);

    /// <summary>Notes from anyone, the oldest first.</summary>
    public static Task<Part<PageOf<FeedbackNote>>> ListFeedback(this ApiClient api, bool? handled, int page = 1, int limit = 20) =>
        api.Get<PageOf<FeedbackNote>>(Query.Of($"{Root}/feedback", ("handled", handled), ("page", page), ("limit", limit)));

    /// <summary>Sends a note.</summary>
    public static Task<Outcome<FeedbackSent>> SendFeedback(this ApiClient api, string text, string? page, string? contact, string key) =>
        api.Send<FeedbackSent>(HttpMethod.Post, $"{Root}/feedback", new { text, page, contact }, key: key);

    /// <summary>Says what was done about it.</summary>
    public static Task<Outcome<object>> HandleFeedback(this ApiClient api, Guid id, string outcome, string key) => api.Send<object>(HttpMethod.Post, $"{Root}/feedback/{id}/handling", new { outcome }, key: key);

    /// <summary>Cases that wait for the network lead.</summary>
    public static Task<Part<PageOf<ExampleItem>>> ListReviewQueue(this ApiClient api, int page = 1) => api.Get<PageOf<ExampleItem>>(Query.Of($"{Root}/cases", ("status", "in-review"), ("page", page)));

    /// <summary>Cases of one's own.</summary>
    public static Task<Part<PageOf<ExampleItem>>> ListOwnExamples(this ApiClient api) => api.Get<PageOf<ExampleItem>>($"{Root}/cases?own=true&limit=100");

    /// <summary>The case that a deal has begun, if it may be seen.</summary>
    public static Task<Part<PageOf<ExampleItem>>> ExampleOfDeal(this ApiClient api, Guid deal) => api.Get<PageOf<ExampleItem>>(Query.Of($"{Root}/cases", ("deal", deal)));

    /// <summary>Begins a case from a collaboration that one's municipality shares.</summary>
    public static Task<Outcome<CaseChanged>> BeginExample(this ApiClient api, Guid collaboration, string key) => api.Send<CaseChanged>(HttpMethod.Post, $"{Root}/cases", new { collaborationId = collaboration }, key: key);

    /// <summary>Writes the draft anew.</summary>
    public static Task<Outcome<CaseChanged>> ReviseExample(this ApiClient api, Guid id, int version, CaseText text) => api.Send<CaseChanged>(HttpMethod.Put, $"{Root}/cases/{id}", text, version);

    /// <summary>A step in its life: approval, publication, return, withdrawal.</summary>
    public static Task<Outcome<CaseChanged>> MoveExample(this ApiClient api, Guid id, int version, string step, object? body = null) => api.Send<CaseChanged>(HttpMethod.Post, $"{Root}/cases/{id}/{step}", body, version);
}
