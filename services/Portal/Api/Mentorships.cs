namespace Portal.Api;

/// <summary>Municipalities that could help in a dimension, and one's own level there.</summary>
public sealed record MentorSuggestions(string Dimension, string Name, double? Level, IReadOnlyList<Mentor> Mentors);

/// <summary>What was said in a conversation.</summary>
public sealed record ConversationNote(DateOnly On, string By, string Text);

/// <summary>
/// Help between two municipalities: requested, accepted, declined, withdrawn or concluded. Its outcome is helped, helped-in-part or
/// did-not-help.
/// </summary>
public sealed record Mentorship(
    Guid Id, int Version, string AskingCode, string MentorCode, string Dimension, string Status, string? Message, string? Answer, IReadOnlyList<ConversationNote> Notes,
    string? Outcome, string? OutcomeText, DateOnly RequestedOn, DateOnly? AnsweredOn, DateOnly? ConcludedOn);

/// <summary>The service Municipalities: help between municipalities.</summary>
public static class Mentorships
{
    private const string Root = "/municipalities/v1";

    /// <summary>Two that could help; in the dimension that blocks when none is given.</summary>
    public static Task<Part<MentorSuggestions>> FindMentors(this ApiClient api, string municipality, string? dimension) =>
        api.Get<MentorSuggestions>(Query.Of($"{Root}/municipalities/{municipality}/mentors", ("dimension", dimension)));

    /// <summary>Those that the visitor's municipality is part of, the newest first.</summary>
    public static Task<Part<PageOf<Mentorship>>> ListMentorships(this ApiClient api) => api.Get<PageOf<Mentorship>>($"{Root}/mentorships?limit=100");

    /// <summary>One of them.</summary>
    public static Task<Part<Mentorship>> GetMentorship(this ApiClient api, Guid id) => api.Get<Mentorship>($"{Root}/mentorships/{id}");

    /// <summary>Asks a municipality.</summary>
    public static Task<Outcome<Mentorship>> AskMentor(this ApiClient api, string mentorCode, string dimension, string message, string key) =>
        api.Send<Mentorship>(HttpMethod.Post, $"{Root}/mentorships", new { mentorCode, dimension, message }, key: key);

    /// <summary>A step: acceptance, refusal, withdrawal, notes or conclusion.</summary>
    public static Task<Outcome<Mentorship>> MoveMentorship(this ApiClient api, Guid id, int version, string step, object? body, string key) =>
        api.Send<Mentorship>(HttpMethod.Post, $"{Root}/mentorships/{id}/{step}", body, version, key);
}
