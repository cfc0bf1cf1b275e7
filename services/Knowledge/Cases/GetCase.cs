using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Knowledge.Cases;

/// <summary>One case, by its id or its slug.</summary>
internal static class GetCase
{
    /// <summary>A case.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Slug">Name in addresses.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Summary">What the reader gets.</param>
    /// <param name="Body">The text in Markdown.</param>
    /// <param name="Fictional">True for a made-up example: it must be shown as one.</param>
    /// <param name="MunicipalityCode">The buyer's SCB code, or null.</param>
    /// <param name="Municipality">The buyer's name.</param>
    /// <param name="Profile">What sort of municipality it is.</param>
    /// <param name="EnterpriseId">The supplier, or null.</param>
    /// <param name="Enterprise">The supplier's name.</param>
    /// <param name="DealId">The deal it grew from, or null.</param>
    /// <param name="CollaborationId">The collaboration it grew from, or null.</param>
    /// <param name="Routes">Legal routes taken or considered.</param>
    /// <param name="CpvCodes">CPV codes.</param>
    /// <param name="Dimensions">Dimensions of the baseline it speaks of.</param>
    /// <param name="ValueSek">Agreed value, SEK excluding VAT.</param>
    /// <param name="Jobs">Full-time years.</param>
    /// <param name="Year">Year of the deal.</param>
    /// <param name="BuyerContact">Function at the municipality.</param>
    /// <param name="SupplierContact">Function at the enterprise.</param>
    /// <param name="Sources">What it rests on.</param>
    /// <param name="ReviewBy">The last day it may stand without being looked at.</param>
    /// <param name="Overdue">True when that day has passed.</param>
    /// <param name="Status">Where it is in its life.</param>
    /// <param name="BuyerApproved">The municipality stands behind the text.</param>
    /// <param name="SupplierApproved">The enterprise stands behind the text.</param>
    /// <param name="Comment">What the network lead wants changed, while a draft.</param>
    /// <param name="ChangedAt">Last change (UTC).</param>
    /// <param name="Version">Version, also the ETag.</param>
    public sealed record Response(
        Guid Id, string Slug, string Title, string Summary, string Body, bool Fictional, string? MunicipalityCode, string Municipality,
        string? Profile, Guid? EnterpriseId, string Enterprise, Guid? DealId, Guid? CollaborationId, IReadOnlyList<string> Routes, IReadOnlyList<string> CpvCodes,
        IReadOnlyList<string> Dimensions, decimal? ValueSek, decimal? Jobs, int? Year, string BuyerContact, string SupplierContact,
        IReadOnlyList<string> Sources, DateOnly ReviewBy, bool Overdue, CaseStatus Status, bool BuyerApproved, bool SupplierApproved,
        string? Comment, DateTimeOffset ChangedAt, int Version) : IVersioned;

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string idOrSlug, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var today = clock.Today();
        var found = await db.Cases.AsNoTracking().Where(CaseAccess.SeenBy(user)).Named(idOrSlug)
            .Select(c => new Response(
                c.Id, c.Slug, c.Title, c.Summary, c.Body, c.Fictional, c.MunicipalityCode, c.Municipality, c.Profile, c.EnterpriseId,
                c.Enterprise, c.DealId, c.CollaborationId, c.Routes, c.CpvCodes, c.Dimensions, c.ValueSek, c.Jobs, c.Year, c.BuyerContact, c.SupplierContact,
                c.Sources, c.ReviewBy, c.Status == CaseStatus.Published && c.ReviewBy < today, c.Status, c.BuyerApproved, c.SupplierApproved,
                c.Status == CaseStatus.Draft ? c.Comment : null, c.ChangedAt, c.Version))
            .SingleOrDefaultAsync(stop);
        return found is null ? CaseErrors.NotFound.Result() : TypedResults.Ok(found);
    }

    /// <summary>The text as an HTML fragment.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Html(
        string idOrSlug, CurrentUser user, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        var body = await db.Cases.AsNoTracking().Where(CaseAccess.SeenBy(user)).Named(idOrSlug).Select(c => c.Body).SingleOrDefaultAsync(stop);
        return body is null ? CaseErrors.NotFound.Result() : HtmlFragment.Of(body, response);
    }
}
