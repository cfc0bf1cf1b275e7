namespace Portal.Api;

/// <summary>Something to read for the situation, with the reason and a contact.</summary>
public sealed record Advice(string Slug, string Title, string Summary, string Reason, string Contact, bool Fictional);

/// <summary>Somebody who has done it before, by function: names change, functions stay.</summary>
public sealed record PersonAdvice(string Function, string Municipality, string? MunicipalityCode, string Reason);

/// <summary>Chapters, good examples and whom to call.</summary>
public sealed record GuidanceList(IReadOnlyList<Advice> Chapters, IReadOnlyList<Advice> Cases, IReadOnlyList<PersonAdvice>? People);

/// <summary>A ready text for procurement documents.</summary>
public sealed record Clause(string Slug, string Title, string Text, string Note, IReadOnlyList<string> Routes, string Chapter, string Source, DateOnly ReviewBy);

/// <summary>A network meeting in a list.</summary>
public sealed record MeetingItem(Guid Id, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string OrganiserOrg, string Status, bool HasMinutes);

/// <summary>A network meeting.</summary>
public sealed record Meeting(
    Guid Id, string Title, string Agenda, string AgendaHtml, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, int Capacity, int Taken, int Waiting, int Attended,
    IReadOnlyList<string> Invited, bool Organises, string OrganiserOrg, string Status, string? Minutes, string? MinutesHtml, IReadOnlyList<MeetingFollowUp> FollowUps, DateTimeOffset? AdoptedAt,
    string? ArticleSlug, bool? HasPlace, int Version);

/// <summary>What somebody will do after a meeting.</summary>
public sealed record MeetingFollowUp(string? MunicipalityCode, string Text, DateOnly? DueOn);

/// <summary>What the organiser decides about a meeting.</summary>
public sealed record MeetingPlan(string Title, string Agenda, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, int Capacity, IReadOnlyList<string> Invited);

/// <summary>Somebody who has registered, for the organiser.</summary>
public sealed record Guest(Guid Id, string Name, string? Org, bool HasPlace, bool Attended);

/// <summary>What a change of a meeting led to.</summary>
public sealed record MeetingChanged(Guid Id, string Status, int Version);

/// <summary>Whether a registration gave a place.</summary>
public sealed record Registration(bool HasPlace, int AheadInQueue);

/// <summary>The service Knowledge.</summary>
public static class Knowledge
{
    private const string Root = "/knowledge/v1";

    /// <summary>What to read for these codes and routes.</summary>
    public static Task<Part<GuidanceList>> Guidance(this ApiClient api, IEnumerable<string> cpv, IEnumerable<string> routes, int limit = 3)
    {
        var query = string.Join('&', cpv.Select(code => $"cpv={code}").Concat(routes.Select(route => $"route={route}")));
        return query.Length == 0
            ? Task.FromResult(new Part<GuidanceList>(default, PartState.Missing))
            : api.Get<GuidanceList>($"{Root}/guidance?{query}&limit={limit}");
    }

    /// <summary>Meetings to come, or all from a day.</summary>
    public static Task<Part<PageOf<MeetingItem>>> ListMeetings(this ApiClient api, DateOnly from, int page = 1, int limit = 20) =>
        api.Get<PageOf<MeetingItem>>(Query.Of($"{Root}/meetings", ("from", from), ("page", page), ("limit", limit)));

    /// <summary>One meeting.</summary>
    public static Task<Part<Meeting>> GetMeeting(this ApiClient api, Guid id) => api.Get<Meeting>($"{Root}/meetings/{id}");

    /// <summary>Who comes and who waits, for the organiser.</summary>
    public static Task<Part<PageOf<Guest>>> ListGuests(this ApiClient api, Guid id) => api.Get<PageOf<Guest>>($"{Root}/meetings/{id}/registrations?limit=100");

    /// <summary>A meeting that only its organiser sees.</summary>
    public static Task<Outcome<MeetingChanged>> PlanMeeting(this ApiClient api, MeetingPlan plan, string key) => api.Send<MeetingChanged>(HttpMethod.Post, $"{Root}/meetings", plan, key: key);

    /// <summary>Another plan.</summary>
    public static Task<Outcome<MeetingChanged>> ReviseMeeting(this ApiClient api, Guid id, int version, MeetingPlan plan) => api.Send<MeetingChanged>(HttpMethod.Put, $"{Root}/meetings/{id}", plan, version);

    /// <summary>A step in its life: announcement, cancellation, minutes/adoption, minutes/article.</summary>
    public static Task<Outcome<MeetingChanged>> MoveMeeting(this ApiClient api, Guid id, int version, string step) => api.Send<MeetingChanged>(HttpMethod.Post, $"{Root}/meetings/{id}/{step}", version: version);
}
