using Matchmaking.Data;
using Matchmaking.Deals;
using Matchmaking.FollowUps;
using Matchmaking.Interests;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;

namespace Matchmaking.Indicators;

/// <summary>A signed deal as the indicators see it, with the newest that its parties have told of it; null is what they have not.</summary>
internal sealed record DealFact(
    string Municipality, string Route, string Division, int Year, decimal AgreedSek, decimal? InvoicedSek, bool NewSupplier, int? Days,
    decimal ExpectedJobs, decimal? Jobs, IReadOnlyDictionary<string, int> People, bool Demonstration = false);

/// <summary>A public need as the indicators see it.</summary>
internal sealed record NeedFact(string Municipality, string Division, int Year, bool Answered, bool Dealt);

/// <summary>An interest that came to nothing, for a reason that both sides have confirmed; of the year when they had.</summary>
internal sealed record NoDealFact(string Municipality, string Division, int Year, NoDealReason Reason);

/// <summary>A municipality's place in the groups that figures are summed by.</summary>
internal sealed record PlaceFact(string Code, string Name, string CountyCode, string CountyName, string SkrGroup);

/// <summary>What the indicators are counted from.</summary>
internal sealed record Facts(IReadOnlyDictionary<string, PlaceFact> Places, IReadOnlyList<NeedFact> Needs, IReadOnlyList<DealFact> Deals)
{
    /// <summary>Division of what has no CPV code.</summary>
    public const string NoDivision = "";

    /// <summary>A supplier without a deal with the municipality for so long is new to it (indicator A4).</summary>
    private const int NewAfterMonths = 24;

    /// <summary>Interests without a deal.</summary>
    public IReadOnlyList<NoDealFact> NoDeals { get; init; } = [];

    /// <summary>What municipalities bought in all, by code and year, SEK excluding VAT.</summary>
    public IReadOnlyDictionary<(string Municipality, int Year), decimal> Purchases { get; init; } = new Dictionary<(string, int), decimal>();

    /// <summary>Those of one municipality.</summary>
    public Facts Of(string municipality) => this with
    {
        Needs = [.. Needs.Where(need => need.Municipality == municipality)],
        Deals = [.. Deals.Where(deal => deal.Municipality == municipality)],
        NoDeals = [.. NoDeals.Where(noDeal => noDeal.Municipality == municipality)],
    };

    /// <summary>Reads them, for one municipality or for all.</summary>
    public static async Task<Facts> ReadAsync(MatchmakingDb db, string? municipality, CancellationToken stop)
    {
        var places = await db.Municipalities.Where(place => !place.Withdrawn)
            .Select(place => new PlaceFact(place.Code, place.Name, place.CountyCode, place.CountyName, place.SkrGroup)).ToDictionaryAsync(place => place.Code, stop);
        var signed = db.Deals.Where(deal => deal.SignedOn != null && deal.Status != DealStatus.Withdrawn && (municipality == null || deal.MunicipalityCode == municipality));
        var needs = await db.Needs
            .Where(need => !need.Withdrawn && need.PublishedAt != null && (municipality == null || need.MunicipalityCode == municipality))
            .Select(need => new
            {
                need.MunicipalityCode, need.CpvCodes, need.PublishedAt,
                Answered = db.Interests.Any(interest => interest.NeedId == need.Id),
                Dealt = signed.Any(deal => deal.NeedId == need.Id),
            }).ToListAsync(stop);
        var deals = await signed.Select(deal => new
        {
            deal.Id, deal.MunicipalityCode, deal.EnterpriseId, deal.Route, deal.CpvCodes, deal.SignedOn, deal.NeedPublishedAt, deal.AgreedValueSek, deal.ExpectedJobs, deal.Demonstration,
        }).ToListAsync(stop);
        var followUps = (await db.FollowUps.AsNoTracking().Where(followUp => signed.Any(deal => deal.Id == followUp.DealId)).ToListAsync(stop))
            .ToLookup(followUp => followUp.DealId);
        var before = deals.GroupBy(deal => (deal.MunicipalityCode, deal.EnterpriseId)).ToDictionary(group => group.Key, group => group.Select(deal => deal.SignedOn!.Value).ToList());

        var noDeals = await (from interest in db.Interests
                             join need in db.Needs on interest.NeedId equals need.Id
                             where interest.OtherAgrees == true && interest.NoDealReason != null && (municipality == null || interest.MunicipalityCode == municipality)
                             select new { interest.MunicipalityCode, need.CpvCodes, interest.ChangedAt, interest.NoDealReason }).ToListAsync(stop);
        var purchases = await db.PurchaseTotals.AsNoTracking().Where(total => municipality == null || total.MunicipalityCode == municipality).ToListAsync(stop);
        return new Facts(places,
            [.. needs.Select(need => new NeedFact(need.MunicipalityCode, Division(need.CpvCodes), SwedishTime.DayOf(need.PublishedAt!.Value).Year, need.Answered, need.Dealt))],
            [.. deals.Select(deal =>
            {
                var on = deal.SignedOn!.Value;
                var told = ToldSoFar.Of(followUps[deal.Id]);
                var known = before[(deal.MunicipalityCode, deal.EnterpriseId)].Any(earlier => earlier < on && earlier >= on.PlusMonths(-NewAfterMonths));
                return new DealFact(deal.MunicipalityCode, deal.Route!, Division(deal.CpvCodes), on.Year, deal.AgreedValueSek!.Value, told.InvoicedSek, !known,
                    deal.NeedPublishedAt is { } published ? Math.Max(0, on.DayNumber - SwedishTime.DayOf(published).DayNumber) : null,
                    deal.ExpectedJobs ?? 0, told.Jobs, Measures.People(told.People), deal.Demonstration);
            })])
        {
            // A confirmed reason is final: the last change is the confirmation.
            NoDeals = [.. noDeals.Select(one => new NoDealFact(one.MunicipalityCode, Division(one.CpvCodes), SwedishTime.DayOf(one.ChangedAt).Year, one.NoDealReason!.Value))],
            Purchases = purchases.ToDictionary(total => (total.MunicipalityCode, total.Year), total => total.Sek),
        };
    }

    private static string Division(List<string> codes) => codes is [{ Length: >= 2 } main, ..] ? main[..2] : NoDivision;
}
