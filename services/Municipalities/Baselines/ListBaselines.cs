using Microsoft.AspNetCore.Http.HttpResults;
using Municipalities.Needs;
using ServiceDefaults;

namespace Municipalities.Baselines;

/// <summary>Rounds by municipality code, the newest first within each. There is no other order: nothing sorts municipalities by their level.</summary>
internal static class ListBaselines
{
    /// <summary>What to list.</summary>
    public sealed record Filter
    {
        /// <summary>SCB code of a municipality, four digits.</summary>
        public string? Municipality { get; init; }

        /// <summary>True: those who offer to help others.</summary>
        public bool? WillingToMentor { get; init; }
    }

    public static async Task<Results<Ok<Page<BaselineView>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, CurrentUser user, MunicipalitiesDb db, HttpRequest request, CancellationToken stop)
    {
        if (await db.UnknownMunicipality(filter.Municipality, stop) is { } unknown) return unknown;
        var own = user.Municipality();
        var rows = db.Baselines.Where(BaselineAccess.SeenBy(own));
        if (filter.Municipality is { } code) rows = rows.Where(row => row.MunicipalityCode == code);
        if (filter.WillingToMentor is { } willing) rows = rows.Where(row => row.WillingToMentor == willing);
        var page = await rows.OrderBy(row => row.MunicipalityCode).ThenByDescending(row => row.OpenedOn).ThenBy(row => row.Id).ToPageAsync(paging, request, stop);
        return TypedResults.Ok(page.Select(row => BaselineView.Of(row, own)));
    }
}
