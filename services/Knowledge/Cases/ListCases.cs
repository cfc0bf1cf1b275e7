using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Cases;

/// <summary>Cases, newest deal first.</summary>
internal static class ListCases
{
    /// <summary>Filters; each narrows the list further.</summary>
    public sealed class Filter
    {
        /// <summary>Code of a legal route.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Routes))]
        public string? Route { get; init; }

        /// <summary>Dimension of the baseline.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Dimensions))]
        public string? Dimension { get; init; }

        /// <summary>Beginning of a CPV code, two to eight digits.</summary>
        [RegularExpression("^[0-9]{2,8}$", ErrorMessage = "Två till åtta siffror.")]
        public string? Cpv { get; init; }

        /// <summary>The buyer's SCB code.</summary>
        [RegularExpression("^[0-9]{4}$", ErrorMessage = "Fyra siffror.")]
        public string? Municipality { get; init; }

        /// <summary>Whether made-up examples are wanted; both sorts when not given.</summary>
        public bool? Fictional { get; init; }

        /// <summary>The deal that it grew from.</summary>
        public Guid? Deal { get; init; }

        /// <summary>Whether the caller is one of its sides.</summary>
        public bool? Own { get; init; }

        /// <summary>draft, in-review, published or withdrawn, as far as the caller may see.</summary>
        public Choice<CaseStatus>? Status { get; init; }
    }

    /// <summary>A case in the list.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Slug">Name in addresses.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Summary">What the reader gets.</param>
    /// <param name="Fictional">True for a made-up example.</param>
    /// <param name="Municipality">The buyer.</param>
    /// <param name="Enterprise">The supplier.</param>
    /// <param name="CollaborationId">The collaboration it grew from, or null.</param>
    /// <param name="Routes">Legal routes.</param>
    /// <param name="CpvCodes">CPV codes.</param>
    /// <param name="ValueSek">Agreed value, SEK excluding VAT.</param>
    /// <param name="Year">Year of the deal.</param>
    /// <param name="Status">Where it is in its life.</param>
    /// <param name="Version">Version.</param>
    public sealed record Item(
        Guid Id, string Slug, string Title, string Summary, bool Fictional, string Municipality, string Enterprise, Guid? CollaborationId,
        IReadOnlyList<string> Routes, IReadOnlyList<string> CpvCodes, decimal? ValueSek, int? Year, CaseStatus Status, int Version);

    public static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var cases = db.Cases.AsNoTracking().Where(CaseAccess.SeenBy(user));
        if (filter.Route is { } route) cases = cases.Where(c => c.Routes.Contains(route));
        if (filter.Dimension is { } dimension) cases = cases.Where(c => c.Dimensions.Contains(dimension));
        if (filter.Cpv is { } cpv) cases = cases.Where(c => c.CpvCodes.Any(code => EF.Functions.Like(code, cpv + "%")));
        if (filter.Municipality is { } municipality) cases = cases.Where(c => c.MunicipalityCode == municipality);
        if (filter.Fictional is { } fictional) cases = cases.Where(c => c.Fictional == fictional);
        if (filter.Deal is { } deal) cases = cases.Where(c => c.DealId == deal);
        if (filter.Own is { } own)
        {
            var (code, enterprise) = CaseAccess.Sides(user);
            cases = cases.Where(c => ((code != null && c.MunicipalityCode == code) || (enterprise != null && c.EnterpriseId == enterprise)) == own);
        }
        if (filter.Status is { Value: var status }) cases = cases.Where(c => c.Status == status);
        return TypedResults.Ok(await cases
            .OrderByDescending(c => c.Year).ThenBy(c => c.Slug)
            .Select(c => new Item(c.Id, c.Slug, c.Title, c.Summary, c.Fictional, c.Municipality, c.Enterprise, c.CollaborationId, c.Routes, c.CpvCodes, c.ValueSek, c.Year, c.Status, c.Version))
            .ToPageAsync(paging, request, stop));
    }
}
