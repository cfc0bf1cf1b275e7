using System.Text.Json;
using Contracts;
using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Deals;
using Matchmaking.FollowUps;
using Matchmaking.Indicators;
using Matchmaking.Interests;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking;

/// <summary>
/// Interests, deals and follow-ups of the demonstration: made up, marked as such, dated back from the day they are written, and made by the
/// rules that people's are. Their needs are seeded by Municipalities from the same file. What is there already is left alone.
/// </summary>
internal static class DemonstrationSeed
{
    public static async Task Run(MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        using var file = typeof(DemonstrationSeed).Assembly.GetManifestResourceStream("needs-and-deals.json") ?? throw new InvalidDataException("The demonstration is missing.");
        var all = JsonSerializer.Deserialize<Demonstration>(file, ApiJson.Options)!;
        var today = clock.Today();
        var present = (await db.Interests.Select(interest => interest.Id).Concat(db.Deals.Select(deal => deal.Id)).ToListAsync(stop)).ToHashSet();
        await using var together = await db.Database.BeginTransactionAsync(stop);
        List<(Deal Deal, SeededDeal Seed)> signed = [];
        List<(Interest Interest, SeededRefusal Seed)> declined = [];
        foreach (var seed in all.Needs)
        {
            var need = seed.ToCopy(today);
            foreach (var refusal in seed.Declined)
                if (!present.Contains(SeedIds.Of("interest", $"{seed.Name}/{refusal.Enterprise}"))) declined.Add((Decline(db, seed, need, refusal, today), refusal));
            foreach (var deal in seed.Deals)
                if (!present.Contains(SeedIds.Of("deal", $"{seed.Name}/{deal.Enterprise}"))) signed.Add((Sign(db, seed, need, deal, today), deal));
        }
        var told = await db.PurchaseTotals.Select(total => total.MunicipalityCode).Distinct().ToListAsync(stop);
        foreach (var total in all.Purchases.Where(total => !told.Contains(total.Municipality)))
            foreach (var year in (int[])[today.Year - 1, today.Year])
                db.Add(new PurchaseTotal { MunicipalityCode = total.Municipality, Year = year, Sek = total.Sek, Source = "Exempel ur demonstrationen", ToldAt = clock.Moment() });
        await db.SaveChangesAsync(stop);

        // A save tells one event of each noun: what comes after the signing is saved after it.
        foreach (var (deal, seed) in signed) Must(Close(deal, seed, today));
        await db.SaveChangesAsync(stop);
        foreach (var (deal, seed) in signed)
            if (seed.SupplierAgrees is { } agrees) Must(deal.Confirm(agrees, seed.SupplierComment));
        foreach (var (interest, seed) in declined)
            if (seed.Agrees) Must(interest.Confirm(byBuyer: false, agrees: true));
        await db.SaveChangesAsync(stop);
        await together.CommitAsync(stop);
    }

    private static Interest Show(MatchmakingDb db, SeededNeed seed, NeedCopy need, string enterprise, string message, DateOnly today)
    {
        var interest = Interest.Submit(need, SeedIds.Enterprise(enterprise), message, null, Morning(today, seed.PublishedDaysAgo - 9), id: SeedIds.Of("interest", $"{seed.Name}/{enterprise}"));
        Must(interest.OpenDialogue());
        db.Add(interest);
        return interest;
    }

    private static Interest Decline(MatchmakingDb db, SeededNeed seed, NeedCopy need, SeededRefusal refusal, DateOnly today)
    {
        var interest = Show(db, seed, need, refusal.Enterprise, refusal.Interest, today);
        Must(interest.Decline(refusal.Reason, refusal.Code));
        return interest;
    }

    private static Deal Sign(MatchmakingDb db, SeededNeed seed, NeedCopy need, SeededDeal told, DateOnly today)
    {
        var interest = told.Interest is { } message ? Show(db, seed, need, told.Enterprise, message, today) : null;
        var enterprise = told.ToCopy(seed.Municipality, today);
        var deal = Deal.Draft(need, enterprise, interest, Morning(today, told.SignedDaysAgo + 12), SeedIds.Of("deal", $"{seed.Name}/{told.Enterprise}"), demonstration: true);
        var terms = told.Terms(today);
        if (terms.Contradictions(today).FirstOrDefault() is { } wrong) throw new InvalidDataException($"{seed.Name}: {wrong.Name} {wrong.Reason}");
        Must(deal.Sign(terms, need, enterprise) ?? interest?.Agree());
        db.Add(deal);
        foreach (var note in told.FollowUps)
        {
            var (on, at) = (today.AddDays(-note.DaysAgo), Morning(today, note.DaysAgo));
            db.Add(note.People is { } people
                ? FollowUp.FromSupplier(deal, on, note.Jobs, people, note.Note, at)
                : FollowUp.FromBuyer(deal, on, note.InvoicedSek, note.Note, at));
        }
        return deal;
    }

    private static Error? Close(Deal deal, SeededDeal seed, DateOnly today) => seed switch
    {
        { CompletedDaysAgo: { } days } => deal.Complete(today.AddDays(-days)),
        { EndedDaysAgo: { } days } => deal.End(seed.EndedBecause!, today.AddDays(-days)),
        _ => null,
    };

    internal static DateTimeOffset Morning(DateOnly today, int daysAgo) => SwedishTime.Midnight(today.AddDays(-daysAgo)).AddHours(9);

    private static void Must(Error? error)
    {
        if (error is not null) throw new InvalidDataException($"The demonstration breaks a rule: {error.Title}");
    }
}
