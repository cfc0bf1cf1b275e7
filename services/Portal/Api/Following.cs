namespace Portal.Api;

/// <summary>A choice of how to hear of something.</summary>
public sealed record FollowChoice(string Kind, Guid? Thing, string Level, string? Digest);

/// <summary>How a person hears of things.</summary>
public sealed record Following(string? Email, string? PendingEmail, bool MailIsSent, IReadOnlyList<FollowChoice> Preferences, IReadOnlyList<FollowChoice> Defaults, string AtomFeed, string JsonFeed, string? Calendar = null)
{
    /// <summary>The choice that counts for a kind.</summary>
    public FollowChoice? For(string kind) => Preferences.FirstOrDefault(choice => choice.Kind == kind && choice.Thing is null) ?? Defaults.FirstOrDefault(choice => choice.Kind == kind);
}

/// <summary>Something that has happened.</summary>
public sealed record Notification(Guid Id, string Kind, Guid Thing, string What, string Title, string Path, DateTimeOffset OccurredAt, bool Read);

/// <summary>The service Knowledge: what a person follows.</summary>
public static class FollowingApi
{
    private const string Root = "/knowledge/v1";

    /// <summary>The person's choices.</summary>
    public static Task<Part<Following>> GetFollowing(this ApiClient api) => api.Get<Following>($"{Root}/follow");

    /// <summary>The person's choices, for a page that anyone may read; for others than members of the network there are none.</summary>
    public static Task<Part<Following>> OwnFollowing(this ApiClient api, Session.Visitor visitor) => visitor.IsSignedIn ? api.GetFollowing() : Task.FromResult(new Part<Following>(default, PartState.Missing));

    /// <summary>Follows or mutes one thing; null takes the choice back.</summary>
    public static Task<Outcome<object>> ChooseThing(this ApiClient api, string kind, Guid thing, string? level) => level is null
        ? api.Send<object>(HttpMethod.Delete, $"{Root}/follow/preferences/{kind}/{thing}")
        : api.Send<object>(HttpMethod.Put, $"{Root}/follow/preferences/{kind}/{thing}", new { level });

    /// <summary>What has happened, newest first.</summary>
    public static Task<Part<PageOf<Notification>>> ListNotifications(this ApiClient api, bool? read = null, int page = 1, int limit = 20) =>
        api.Get<PageOf<Notification>>(Query.Of($"{Root}/notifications", ("read", read), ("page", page), ("limit", limit)));

    /// <summary>Chooses for a kind.</summary>
    public static Task<Outcome<object>> Choose(this ApiClient api, string kind, string level, string? digest) =>
        api.Send<object>(HttpMethod.Put, $"{Root}/follow/preferences/{kind}", new { level, digest });

    /// <summary>Gives an address for mail, which counts when it has been confirmed.</summary>
    public static Task<Outcome<object>> GiveAddress(this ApiClient api, string email) => api.Send<object>(HttpMethod.Put, $"{Root}/follow/address", new { email });

    /// <summary>Everything up to a moment is read.</summary>
    public static Task<Outcome<object>> ReadUntil(this ApiClient api, DateTimeOffset until) => api.Send<object>(HttpMethod.Put, $"{Root}/notifications/reading", new { until });
}
