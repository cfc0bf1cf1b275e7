using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Indicators;

/// <summary>The municipality tells what it bought in all in a year, which indicator A3 compares with. Told again, it replaces the version that was read.</summary>
internal static class TellPurchases
{
    /// <param name="Sek">All purchases of the year by the ledger, SEK excluding VAT.</param>
    /// <param name="Source">Where the figure comes from, such as the supplier ledger.</param>
    public sealed record Request(
        [property: Required(ErrorMessage = "Ange summan."), Range(1, 1e12, ErrorMessage = "Ska vara mellan 1 krona och 1 000 miljarder.")] decimal? Sek,
        [property: Required(ErrorMessage = "Ange varifrån siffran kommer."), MaxLength(200, ErrorMessage = "Högst 200 tecken."), NoPersonalNumber] string Source);

    /// <summary>What was told.</summary>
    public sealed record Response(int Year, int Version, decimal Sek, string Source, DateTimeOffset ToldAt) : IVersioned
    {
        internal static Response Of(PurchaseTotal told) => new(told.Year, told.Version, told.Sek, told.Source, told.ToldAt);
    }

    public static readonly Error OwnOnly = new("purchases/own-only", 403, "Bara kommunens egna kan se och ange dess inköp");
    public static readonly Error NotTold = new("purchases/not-told", 404, "Kommunen har inte angett sina inköp för året");

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleGet(string code, int year, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        user.Buyer() != code ? OwnOnly.Result()
        : await db.PurchaseTotals.FindAsync([code, year], stop) is { } told ? TypedResults.Ok(Response.Of(told))
        : NotTold.Result();

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string code, int year, Request request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Buyer() != code) return OwnOnly.Result();
        if (year < 2000 || year > clock.Today().Year) return CommonErrors.Invalid.Result(null, new InvalidParameter("year", "Ange ett år som har börjat."));
        var told = await db.PurchaseTotals.FindAsync([code, year], stop);
        // The first time there is no version that could be overwritten.
        if (told is not null && ifMatch.Refuses(told.Version) is { } stale) return stale;
        if (told is null) db.Add(told = new PurchaseTotal { MunicipalityCode = code, Year = year, Sek = 0, Source = "", ToldAt = default });
        else told.Version++;
        (told.Sek, told.Source, told.ToldAt) = (request.Sek!.Value, request.Source.Trim(), clock.Moment());
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(Response.Of(told));
    }
}
