using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Municipalities;

/// <summary>What the service's lists have in common.</summary>
internal static class Lists
{
    /// <summary>The same page with each item as its reader sees it.</summary>
    public static Page<TView> Select<T, TView>(this Page<T> page, Func<T, TView> view) => new([.. page.Items.Select(view)], page.Meta, page.Links);

    /// <summary>The problem when a filter names a municipality that does not exist; otherwise null.</summary>
    public static async Task<ProblemHttpResult?> UnknownMunicipality(this MunicipalitiesDb db, string? code, CancellationToken stop) =>
        code is null || await db.Municipalities.AnyAsync(row => row.Code == code, stop)
            ? null
            : CommonErrors.Invalid.Result(null, new InvalidParameter("municipality", "Okänd kommunkod: ange fyra siffror, till exempel 1280."));
}
