using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Register;

/// <summary>Municipalities in the order of their codes.</summary>
internal static class ListMunicipalities
{
    /// <summary>What to list; filters that are given must all hold.</summary>
    public sealed record Filter
    {
        /// <summary>SCB code of a county, two digits.</summary>
        [StringLength(2)]
        public string? County { get; init; }

        /// <summary>Group in SKR's division, such as C8.</summary>
        [AllowedValues(null, "A1", "A2", "B3", "B4", "B5", "C6", "C7", "C8", "C9", ErrorMessage = "Okänd kommungrupp: ange A1, A2, B3, B4, B5, C6, C7, C8 eller C9.")]
        public string? Group { get; init; }

        /// <summary>Only pilots, or only others.</summary>
        public bool? Pilot { get; init; }

        /// <summary>Part of the name, in any case of letters.</summary>
        [StringLength(60, MinimumLength = 1)]
        public string? Name { get; init; }
    }

    public static async Task<Results<Ok<Page<MunicipalityView>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, MunicipalitiesDb db, HttpRequest request, CancellationToken stop)
    {
        var rows = db.Municipalities.AsQueryable();
        if (filter.County is { } county)
        {
            rows = rows.Where(row => row.Facts.CountyCode == county);
            if (!await db.Municipalities.AnyAsync(row => row.Facts.CountyCode == county, stop))
                return CommonErrors.Invalid.Result(null, new InvalidParameter("county", "Okänd länskod: ange två siffror, till exempel 12."));
        }
        if (filter.Group is { } group) rows = rows.Where(row => row.Facts.SkrGroup == group);
        if (filter.Pilot is { } pilot) rows = rows.Where(row => row.Facts.Pilot == pilot);
        if (filter.Name is { } name) rows = rows.Where(row => EF.Functions.ILike(row.Facts.Name, Like.Contains(name), Like.Escape));
        return TypedResults.Ok(await rows.OrderBy(row => row.Code).Select(MunicipalityView.From).ToPageAsync(paging, request, stop));
    }
}
