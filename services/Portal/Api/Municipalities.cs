namespace Portal.Api;

/// <summary>A municipality of the register.</summary>
public sealed record Municipality(string Code, string Name, string CountyCode, string CountyName, double Latitude, double Longitude, int Population, string SkrGroup, bool Pilot);

/// <summary>A need. Codes are the API's own words; the components' Words have them in Swedish.</summary>
public sealed record Need(
    Guid Id, int Version, string MunicipalityCode, string Status, string Title, string Description, string? Unit, IReadOnlyList<string> CpvCodes,
    string Kind, decimal? ValueSek, int? Months, IReadOnlyList<string> TargetGroups, DateOnly? AnswerBy, DateTimeOffset? PublishedAt,
    DateTimeOffset? ClosedAt, string? Outcome, DateTimeOffset ChangedAt)
{
    /// <summary>True while enterprises may answer.</summary>
    public bool IsOpen => Status is "published" or "in-dialogue";
}

/// <summary>The body of a need.</summary>
public sealed record NeedContent(
    string Title, string Description, string? Unit, IReadOnlyList<string> CpvCodes, string Kind, decimal? ValueSek, int? Months,
    IReadOnlyList<string> TargetGroups, DateOnly? AnswerBy);

/// <summary>The service Municipalities: needs.</summary>
public static class Needs
{
    private const string Root = "/municipalities/v1/needs";

    /// <summary>A list of needs.</summary>
    public static Task<Part<PageOf<Need>>> ListNeeds(this ApiClient api, string? municipality = null, string? status = null, string? text = null, bool? open = null, int page = 1, int limit = 20) =>
        api.Get<PageOf<Need>>(Query.Of(Root, ("municipality", municipality), ("status", status), ("text", text), ("open", open), ("page", page), ("limit", limit)));

    /// <summary>One need.</summary>
    public static Task<Part<Need>> GetNeed(this ApiClient api, Guid id) => api.Get<Need>($"{Root}/{id}");

    /// <summary>A draft.</summary>
    public static Task<Outcome<Need>> CreateNeed(this ApiClient api, NeedContent content, string key) => api.Send<Need>(HttpMethod.Post, Root, content, key: key);

    /// <summary>Another content.</summary>
    public static Task<Outcome<Need>> ReviseNeed(this ApiClient api, Guid id, int version, NeedContent content) => api.Send<Need>(HttpMethod.Put, $"{Root}/{id}", content, version);

    /// <summary>A step in its life: publication, dialogue, withdrawal, closure.</summary>
    public static Task<Outcome<Need>> MoveNeed(this ApiClient api, Guid id, int version, string step, string key, object? body = null) =>
        api.Send<Need>(HttpMethod.Post, $"{Root}/{id}/{step}", body, version, key);
}
