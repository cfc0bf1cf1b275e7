using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Indicators;

/// <summary>The indicators for all to see, and a municipality's own with its small numbers.</summary>
internal static class GetIndicators
{
    /// <summary>What to sum.</summary>
    public sealed record Filter
    {
        /// <summary>municipality, county, skr-group, route, cpv-division or year; municipality when not given.</summary>
        public Choice<Grouping>? By { get; init; }

        /// <summary>A calendar year; all when not given.</summary>
        public int? Year { get; init; }

        /// <summary>SCB code of a municipality. Others than its own people see it by year only.</summary>
        public string? Municipality { get; init; }
    }

    public static async Task<Results<Ok<IndicatorTable>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, CurrentUser user, MatchmakingDb db, PublicFigures figures, CancellationToken stop)
    {
        var (table, refused) = await ReadAsync(filter, user, db, figures, stop);
        return refused is null ? TypedResults.Ok(table) : refused;
    }

    /// <summary>The same as a file, for a spreadsheet.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleCsv(
        [AsParameters] Filter filter, CurrentUser user, MatchmakingDb db, PublicFigures figures, CancellationToken stop)
    {
        var (table, refused) = await ReadAsync(filter, user, db, figures, stop);
        return refused is null ? TypedResults.File(IndicatorCsv.Write(table!), "text/csv; charset=utf-8", "indikatorer.csv") : refused;
    }

    private static async Task<(IndicatorTable?, ProblemHttpResult?)> ReadAsync(Filter filter, CurrentUser user, MatchmakingDb db, PublicFigures figures, CancellationToken stop)
    {
        var by = filter.By?.Value ?? Grouping.Municipality;
        if (filter.Municipality is { } code && !await db.Municipalities.AnyAsync(place => place.Code == code, stop))
            return (null, CommonErrors.Invalid.Result(null, new InvalidParameter("municipality", "Okänd kommunkod: ange fyra siffror, till exempel 1280.")));
        if (filter.Municipality is { } own && user.Buyer() == own)
            return (IndicatorTable.Of(await Facts.ReadAsync(db, own, stop), by, filter.Year, own, hidden: null), null);
        // More ways of cutting would be more differences to take: the public has the tables that Hiding has looked at, and no others.
        if (filter.Municipality is not null && (by != Grouping.Year || filter.Year is not null))
            return (null, CommonErrors.Invalid.Result("Andras siffror för en kommun visas per år.", new InvalidParameter("by", "Ange year, utan year som filter.")));

        var (facts, hidden) = await figures.ReadAsync(db, stop);
        var shown = filter.Municipality is { } other ? facts.Of(other) : facts;
        return (IndicatorTable.Of(shown, by, filter.Year, filter.Municipality, hidden), null);
    }
}
