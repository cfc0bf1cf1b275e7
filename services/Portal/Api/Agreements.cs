namespace Portal.Api;

/// <summary>Somebody who agrees.</summary>
public sealed record Party(string Name, string Kind, Guid? EnterpriseId);

/// <summary>What is agreed: public-partnership (IOP), letter-of-intent or cooperation.</summary>
public sealed record AgreementContent(
    string? Kind, string Title, IReadOnlyList<Party> Parties, string Purpose, string? Contributions, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? ReviewOn, string? Reference);

/// <summary>That the parties have looked at it.</summary>
public sealed record AgreementReview(DateOnly On, string Text, DateOnly NextOn);

/// <summary>An agreement that is no purchase: draft, in-force or ended.</summary>
public sealed record Agreement(
    Guid Id, int Version, string MunicipalityCode, AgreementContent Content, string Status, DateOnly ReviewOn, bool Overdue, IReadOnlyList<AgreementReview> Reviews, bool Shared,
    DateOnly? SignedOn, DateOnly? EndedOn, string? EndReason, string? Caveat);

/// <summary>The service Municipalities: agreements that are no purchases.</summary>
public static class Agreements
{
    private const string Root = "/municipalities/v1/agreements";

    /// <summary>A municipality's, the next review first.</summary>
    public static Task<Part<PageOf<Agreement>>> ListAgreements(this ApiClient api, string municipality) => api.Get<PageOf<Agreement>>(Query.Of(Root, ("municipality", municipality), ("limit", 100)));

    /// <summary>One of them.</summary>
    public static Task<Part<Agreement>> GetAgreement(this ApiClient api, Guid id) => api.Get<Agreement>($"{Root}/{id}");

    /// <summary>A draft.</summary>
    public static Task<Outcome<Agreement>> DraftAgreement(this ApiClient api, AgreementContent content, string key) => api.Send<Agreement>(HttpMethod.Post, Root, content, key: key);

    /// <summary>Another wording of a draft.</summary>
    public static Task<Outcome<Agreement>> ReviseAgreement(this ApiClient api, Guid id, int version, AgreementContent content) => api.Send<Agreement>(HttpMethod.Put, $"{Root}/{id}", content, version);

    /// <summary>A step: signature, reviews or termination.</summary>
    public static Task<Outcome<Agreement>> MoveAgreement(this ApiClient api, Guid id, int version, string step, object? body, string key) =>
        api.Send<Agreement>(HttpMethod.Post, $"{Root}/{id}/{step}", body, version, key);

    /// <summary>Whether others see it.</summary>
    public static Task<Outcome<Agreement>> ShareAgreement(this ApiClient api, Guid id, int version, bool shared) => api.Send<Agreement>(HttpMethod.Put, $"{Root}/{id}/sharing", new { shared }, version);
}
