using Contracts;
using Enterprises.Claims;
using Enterprises.Complaints;
using Enterprises.Register;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Reminders;
using ServiceDefaults.Rules;

namespace Enterprises.Reminders;

/// <summary>
/// What waits for the network's lead: complaints to decide. For the enterprises: a complaint that holds the profile back, without a word of who
/// filed it, what was decided about it, reviews of their claims, and a profile that nobody has confirmed for long. For who filed a complaint: what
/// was decided.
/// </summary>
internal sealed class LookForReminders(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<LookForReminders> log)
    : ReminderLook<EnterprisesDb, EnterpriseReminder>(scopes, configuration, clock, log)
{
    private const string Own = "/vart-foretag";
    private static readonly Audience NetworkLead = Audience.Of("skr", Roles.NetworkLead);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Found>> Find(EnterprisesDb db, CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        var (newsFrom, old) = (now.AddDays(-Found.NewsDays), now.AddMonths(-Freshness.DueSoonMonths));
        var enterprises = await db.Enterprises.AsNoTracking().Where(row => row.Status == EnterpriseStatus.Published && row.ConfirmedAt <= old
            || row.Complaints.Any(complaint => complaint.Decision == null || complaint.DecidedAt >= newsFrom)
            || row.Claims.Any(claim => claim.ReviewedAt >= newsFrom)).Whole().ToListAsync(stop);
        return enterprises.Each(log, row => row.Id, row => Of(row, newsFrom, now));
    }

    private static IEnumerable<Found> Of(Enterprise row, DateTimeOffset newsFrom, DateTimeOffset now) =>
    [
        .. row.Complaints.Where(complaint => complaint.Decision is null).SelectMany(complaint => Filed(row, complaint)),
        .. row.Complaints.Where(complaint => complaint.DecidedAt >= newsFrom).SelectMany(complaint => Decided(row, complaint, now)),
        .. row.Claims.Where(claim => claim.ReviewedAt >= newsFrom).Select(claim => Reviewed(row, claim)),
        .. row.Status is EnterpriseStatus.Published && Old(row, now) is { } old ? [old] : Array.Empty<Found>(),
    ];

    private static IEnumerable<Found> Filed(Enterprise row, Complaint complaint) =>
    [
        new($"complaint:{complaint.Id}:decision", "filed", "complaint", NetworkLead, "Ett klagomål väntar på beslut. Profilen är dold så länge.", row.Name, "/foretag/klagomal"),
        new($"complaint:{complaint.Id}:enterprise", "filed", "complaint", Managers(row), "Ett klagomål har kommit in. Er profil är dold tills det är avgjort.", row.Name, Own),
    ];

    private static IEnumerable<Found> Decided(Enterprise row, Complaint complaint, DateTimeOffset now)
    {
        var (id, state, upheld) = (complaint.Id, Kebab.Of(complaint.Decision!.Value), complaint.Decision is ComplaintDecision.Upheld);
        yield return new($"complaint:{id}:decided", state, "complaint", Managers(row),
            upheld ? "Klagomålet är avgjort: det stämde. Er profil är dold tills felet är rättat."
                : row.Suspended ? "Klagomålet är avgjort: det stämde inte. Ett annat klagomål håller er profil dold." : "Klagomålet är avgjort. Det håller inte längre er profil dold.", row.Name, Own, Decided: true);
        // Who filed it reads the reason here: a hidden profile has no page for others.
        yield return new($"complaint:{id}:answer", state, "complaint", Audience.Of(complaint.FiledBy),
            $"Ditt klagomål är avgjort: {(upheld ? "profilen är dold tills felet är rättat" : "profilen hålls inte längre dold för det")}. Skäl: {complaint.Note}",
            row.Name, row.IsPublic && Freshness.Of(row.ConfirmedAt, now) is not FreshnessState.Hidden ? $"/foretag/{row.Id}" : "/foretag", Decided: true);
    }

    private static Found Reviewed(Enterprise row, Claim claim) => new($"claim:{row.Id}:{Kebab.Of(claim.Kind)}", $"{Kebab.Of(claim.Review!.Value)} {claim.ReviewedAt:O}", "claim", Managers(row),
        claim.Review is ClaimReview.Confirmed ? $"Uppgiften är granskad och godtagen: {Name(claim.Kind)}" : $"Uppgiften är granskad och godtas inte: {Name(claim.Kind)}. {claim.ReviewNote}", row.Name, Own, Decided: true);

    /// <summary>Told at each station on the way out of sight, the last month before it among them.</summary>
    private static Found? Old(Enterprise row, DateTimeOffset now)
    {
        var (loses, hides) = (SwedishTime.DayOf(row.ConfirmedAt.AddMonths(Freshness.OverdueMonths)).Written(), SwedishTime.DayOf(row.ConfirmedAt.AddMonths(Freshness.HiddenMonths)).Written());
        var (state, line) = Freshness.Of(row.ConfirmedAt, now) switch
        {
            FreshnessState.DueSoon => ("due-soon", $"Bekräfta att er profil stämmer, annars hamnar den längre ner i listorna från den {loses}."),
            FreshnessState.Overdue when now < row.ConfirmedAt.AddMonths(Freshness.HiddenMonths - 1) => ("overdue", $"Er profil ligger längre ner i listorna tills ni bekräftar att den stämmer. Den döljs den {hides}."),
            FreshnessState.Overdue => ("hides-soon", $"Er profil döljs den {hides} om ni inte bekräftar att den stämmer."),
            FreshnessState.Hidden => ("hidden", "Er profil är dold tills ni bekräftar att den stämmer."),
            _ => ("", ""),
        };
        return state.Length == 0 ? null : new($"freshness:{row.Id}", state, "freshness", Managers(row), line, row.Name, Own);
    }

    private static Audience Managers(Enterprise row) => Audience.Of($"{row.Id}", Roles.EnterpriseManager);

    private static string Name(ClaimKind kind) => kind switch
    {
        ClaimKind.Wise => "arbetsintegrerande socialt företag",
        ClaimKind.NonProfit => "idéburen organisation",
        ClaimKind.SocialEnterprise => "socialt företag",
        ClaimKind.SocialInnovation => "socialt innovationsföretag",
        ClaimKind.RegisteredIdeburen => "registrerad idéburen organisation",
        ClaimKind.RevokedRegistration => "återkallad registrering",
        ClaimKind.ShelteredWorkshop => "skyddad verkstad",
        ClaimKind.ProfitReinvested => "vinsten återinvesteras",
        _ => "offentligt ägd",
    };
}
