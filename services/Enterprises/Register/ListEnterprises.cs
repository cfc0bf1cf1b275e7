using System.ComponentModel.DataAnnotations;
using Contracts;
using Enterprises.Claims;
using Enterprises.Offers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Register;

/// <summary>Public enterprises by name.</summary>
internal static class ListEnterprises
{
    /// <summary>What to list; filters that are given must all hold.</summary>
    public sealed record Filter
    {
        /// <summary>SCB code of the home municipality, four digits.</summary>
        [MunicipalityCode]
        public string? Municipality { get; init; }

        /// <summary>SCB code of the home county, two digits.</summary>
        public string? County { get; init; }

        /// <summary>Two to eight first digits of a CPV code of a published offer.</summary>
        public string? Cpv { get; init; }

        /// <summary>Words in name, presentation or a published offer, in any inflection.</summary>
        [StringLength(200, MinimumLength = 1)]
        public string? Text { get; init; }

        /// <summary>A kind that it claims to be and no review has rejected.</summary>
        public Choice<ClaimKind>? Kind { get; init; }

        /// <summary>fresh, due-soon or overdue.</summary>
        public Choice<FreshnessState>? Freshness { get; init; }
    }

    public static async Task<Results<Ok<Page<EnterpriseView>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, CurrentUser user, EnterprisesDb db, TimeProvider clock, HttpRequest request, CancellationToken stop)
    {
        if (filter.Cpv is { } prefix && !Cpv.IsPrefix(prefix))
            return CommonErrors.Invalid.Result(null, new InvalidParameter("cpv", "Ange två till åtta siffror av en CPV-kod."));
        if (filter.County is { } code && !Places.Counties.Contains(code))
            return CommonErrors.Invalid.Result(null, new InvalidParameter("county", "Okänd länskod: ange två siffror, till exempel 12."));

        var now = clock.GetUtcNow();
        var found = Matching(db.Enterprises.AsNoTracking().Public(now), filter, now);
        var page = await found.OrderBy(row => EF.Functions.Collate(row.Name, EnterpriseTable.SwedishOrder)).ThenBy(row => row.Id).Whole().ToPageAsync(paging, request, stop);
        return TypedResults.Ok(new Page<EnterpriseView>([.. page.Items.Select(row => EnterpriseView.Of(row, user, now))], page.Meta, page.Links));
    }

    private static IQueryable<Enterprise> Matching(IQueryable<Enterprise> rows, Filter filter, DateTimeOffset now)
    {
        if (filter.Municipality is { } municipality) rows = rows.Where(row => row.MunicipalityCode == municipality);
        if (filter.County is { } county) rows = rows.Where(row => EF.Functions.Like(row.MunicipalityCode, county + "%"));
        if (filter.Cpv is { } cpv)
            rows = rows.Where(row => row.Offers.Any(offer => offer.Status == OfferStatus.Published && offer.CpvCodes.Any(value => EF.Functions.Like(value, cpv + "%"))));
        if (filter.Text is { } text)
            rows = rows.Where(row => EF.Property<NpgsqlTsVector>(row, EnterpriseTable.Search).Matches(EF.Functions.WebSearchToTsQuery("swedish", text))
                || row.Offers.Any(offer => offer.Status == OfferStatus.Published
                    && EF.Property<NpgsqlTsVector>(offer, OfferTable.Search).Matches(EF.Functions.WebSearchToTsQuery("swedish", text))));
        if (filter.Kind is { Value: var kind })
            rows = rows.Where(row => row.Claims.Any(claim => claim.Kind == kind && claim.Answer == ClaimAnswer.Yes && claim.Review != ClaimReview.Rejected));
        if (filter.Freshness is { Value: var state })
        {
            var (overdue, dueSoon) = (now.AddMonths(-Freshness.OverdueMonths), now.AddMonths(-Freshness.DueSoonMonths));
            rows = state switch
            {
                FreshnessState.Fresh => rows.Where(row => row.ConfirmedAt > dueSoon),
                FreshnessState.DueSoon => rows.Where(row => row.ConfirmedAt <= dueSoon && row.ConfirmedAt > overdue),
                FreshnessState.Overdue => rows.Where(row => row.ConfirmedAt <= overdue),
                _ => rows.Where(_ => false),
            };
        }
        return rows;
    }
}
