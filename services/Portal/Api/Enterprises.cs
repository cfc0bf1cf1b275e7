namespace Portal.Api;

/// <summary>A statement about an enterprise, with its source.</summary>
public sealed record Claim(string Kind, string Answer, string Holds, string Source, DateOnly StatedOn, DateOnly? Until, string? Evidence, string? Review, string? ReviewNote);

/// <summary>Somebody to call.</summary>
public sealed record Contact(string Name, string? Email, string? Phone);

/// <summary>How many work there, and how many of them come from the target group.</summary>
public sealed record Workforce(int Employed, int EmployedFromTargetGroup, DateOnly CountedOn);

/// <summary>How fresh a profile is.</summary>
public sealed record Freshness(string State, DateTimeOffset ConfirmedAt, DateTimeOffset LosesRankAt, DateTimeOffset HiddenAt);

/// <summary>Where an offer holds.</summary>
public sealed record ServiceArea(string Kind, IReadOnlyList<string> Codes, int? RadiusKm);

/// <summary>What an enterprise offers.</summary>
public sealed record Offer(Guid Id, Guid EnterpriseId, int Version, string Status, string Title, string Description, IReadOnlyList<string> CpvCodes, ServiceArea ServiceArea, decimal? MaxContractSek);

/// <summary>An enterprise.</summary>
public sealed record Enterprise(
    Guid Id, int Version, string Status, string Name, string? OrganisationNumber, string? Part, string LegalForm, string MunicipalityCode, string Presentation,
    string? Website, Workforce? Workforce, bool? ReachesShare, IReadOnlyList<string> TargetGroups, IReadOnlyList<Claim> Claims, Contact? Contact,
    Freshness Freshness, bool Suspended, IReadOnlyList<Offer> Offers, DateTimeOffset? PublishedAt, DateTimeOffset ChangedAt);

/// <summary>A complaint about an enterprise.</summary>
public sealed record Complaint(Guid Id, string Text, DateTimeOffset FiledAt, string? Decision, string? Note);

/// <summary>An enterprise that a complaint holds out of sight.</summary>
public sealed record HeldBack(Guid EnterpriseId, string EnterpriseName, int EnterpriseVersion, Complaint Complaint);

/// <summary>What was taken in from a file, or would have been.</summary>
public sealed record ImportReport(bool DryRun, int Enterprises, int Offers, IReadOnlyList<ImportLine> Lines);

/// <summary>An enterprise of the file; the id is missing when the file was only tried.</summary>
public sealed record ImportLine(int Line, Guid? Id, string Name, int Offers);

/// <summary>The service Enterprises.</summary>
public static class Enterprises
{
    private const string Root = "/enterprises/v1/enterprises";

    /// <summary>One enterprise.</summary>
    public static Task<Part<Enterprise>> GetEnterprise(this ApiClient api, Guid id) => api.Get<Enterprise>($"{Root}/{id}");

    /// <summary>A list.</summary>
    public static Task<Part<PageOf<Enterprise>>> ListEnterprises(this ApiClient api, string? municipality = null, string? county = null, string? text = null, string? kind = null, int page = 1, int limit = 20) =>
        api.Get<PageOf<Enterprise>>(Query.Of(Root, ("municipality", municipality), ("county", county), ("text", text), ("kind", kind), ("page", page), ("limit", limit)));

    /// <summary>Complaints about an enterprise, the newest first, for itself.</summary>
    public static Task<Part<PageOf<Complaint>>> ListComplaints(this ApiClient api, Guid id) => api.Get<PageOf<Complaint>>($"{Root}/{id}/complaints");

    /// <summary>Complaints that hold profiles back, for the network's lead.</summary>
    public static Task<Part<PageOf<HeldBack>>> ListHeldBack(this ApiClient api, int page = 1) => api.Get<PageOf<HeldBack>>(Query.Of("/enterprises/v1/complaints", ("page", page)));

    /// <summary>Takes in a file of enterprises, all or nothing.</summary>
    /// <param name="api">The client.</param>
    /// <param name="file">CSV or JSON, with its media type.</param>
    /// <param name="dryRun">Only try.</param>
    /// <param name="publish">Publish what is taken in.</param>
    /// <param name="key">The form's own key.</param>
    public static Task<Outcome<ImportReport>> Import(this ApiClient api, HttpContent file, bool dryRun, bool publish, string key) =>
        api.Send<ImportReport>(HttpMethod.Post, Query.Of("/enterprises/v1/imports", ("dryRun", dryRun), ("publish", publish)), file, key: key);

    /// <summary>A change below an enterprise's address.</summary>
    public static Task<Outcome<T>> ChangeEnterprise<T>(this ApiClient api, HttpMethod method, Guid id, string rest, object? body, int? version, string? key = null) =>
        api.Send<T>(method, $"{Root}/{id}{rest}", body, version, key);
}
