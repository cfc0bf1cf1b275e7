using Contracts;
using Microsoft.EntityFrameworkCore;
using Municipalities.Agreements;
using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Mentorships;
using Municipalities.Overview;
using ServiceDefaults;
using ServiceDefaults.Reminders;
using ServiceDefaults.Rules;

namespace Municipalities.Reminders;

/// <summary>
/// What waits for the development leads, who are the ones that act: questions to their municipality, and days that have come. Told besides are
/// the answers to their own questions, and the sustainability checks that were made. Whatever it is, only their own municipality hears of it.
/// </summary>
internal sealed class LookForReminders(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<LookForReminders> log)
    : ReminderLook<MunicipalitiesDb, MunicipalReminder>(scopes, configuration, clock, log)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Found>> Find(MunicipalitiesDb db, CancellationToken stop)
    {
        var today = Clock.Today();
        var newsFrom = today.AddDays(-Found.NewsDays);
        var names = await db.Municipalities.ToDictionaryAsync(row => row.Code, row => row.Facts.Name, stop);
        var mentorships = await db.Mentorships.Where(row => row.Status == MentorshipStatus.Requested || row.AnsweredOn >= newsFrom || row.ConcludedOn >= newsFrom).ToListAsync(stop);
        var collaborations = await db.Collaborations.Where(row => !row.IsWithdrawn && row.SustainableCheckedOn >= newsFrom).ToListAsync(stop);
        // Reviews count as overdue from the day after; a lead is reminded on the day itself.
        var reviews = await db.Agreements.Where(row => row.Status == AgreementStatus.InForce && row.ReviewOn == today && !(row.EndsOn < today)).ToListAsync(stop);
        var overdue = await Overdue.Of(db, null, today, log, stop);
        return
        [
            .. mentorships.Each(log, row => row.Id, row => Of(row, names, newsFrom)),
            .. collaborations.Each(log, row => row.Id, row => Of(row, newsFrom)),
            .. reviews.Select(row => Of(row.MunicipalityCode, new OverdueReview(ReviewKind.Agreement, $"{row.Content.Title} ska ses över", row.ReviewOn, row.Id))),
            .. overdue.SelectMany(group => group.Select(review => Of(group.Key, review))),
        ];
    }

    private static IEnumerable<Found> Of(Mentorship row, Dictionary<string, string> names, DateOnly newsFrom)
    {
        var (title, path) = ($"Mentorskap: {Dimensions.Of(row.Dimension).Name.ToLower(Words.Culture)}", $"/resa/mentorskap/{row.Id}");
        if (row.Status is MentorshipStatus.Requested)
            yield return new($"mentorship:{row.Id}:question", "requested", "mentorship", Leads(row.MentorCode), $"{names[row.AskingCode]} frågar om ni kan hjälpa dem", title, path);
        if (row.Status is not MentorshipStatus.Requested && row.AnsweredOn >= newsFrom)
            yield return new($"mentorship:{row.Id}:answer", "answered", "mentorship", Leads(row.AskingCode),
                $"{names[row.MentorCode]} svarar {(row.Status is MentorshipStatus.Declined ? "nej" : "ja")} på er fråga om hjälp", title, path, Decided: true);
        // What came of it is for the one who was helped to say, so it is news to the mentor.
        if (row.Outcome is { } outcome && row.ConcludedOn >= newsFrom)
            yield return new($"mentorship:{row.Id}:outcome", "concluded", "mentorship", Leads(row.MentorCode), $"{names[row.AskingCode]} har avslutat mentorskapet: {Words.Of(outcome)}", title, path, Decided: true);
    }

    /// <summary>The checks whose day has come. One whose answer is unknown waits, and is found among what is overdue.</summary>
    private static IEnumerable<Found> Of(Collaboration row, DateOnly newsFrom) =>
        from check in row.Checks.GroupBy(check => check.Kind).Where(kind => kind.Key is not CheckKind.Asked).Select(kind => kind.Last())
        where check.On >= newsFrom && check.Answer is not Verdict.Unknown
        let months = check.Kind is CheckKind.AtTwelveMonths ? "tolv" : "24"
        select new Found($"sustainability:{row.Id}:{Kebab.Of(check.Kind)}", Kebab.Of(check.Answer), "sustainability", Leads(row.MunicipalityCode),
            $"Kontrollen {months} månader efter projektets slut är gjord: {(check.Answer is Verdict.Yes ? "samverkan är hållbar" : "samverkan är inte hållbar än")}", row.Content.Title, $"/resa/samverkan/{row.Id}", Decided: true);

    private static Found Of(string municipality, OverdueReview review) => new(
        // A baseline has no identity of its own here: it is the municipality's newest.
        $"{Kebab.Of(review.Kind)}:{(review.Kind is ReviewKind.Baseline ? municipality : review.Id)}:{review.Part}", $"{review.Since:O}", Kebab.Of(review.Kind), Leads(municipality),
        $"Väntar på er sedan den {review.Since.Written()}", review.What, review.Kind switch
        {
            ReviewKind.Baseline => "/resa/utgangslage",
            ReviewKind.Agreement => $"/resa/overenskommelser/{review.Id}",
            ReviewKind.Action => "/resa",
            _ => $"/resa/samverkan/{review.Id}",
        });

    private static Audience Leads(string municipality) => Audience.Of(municipality, Roles.DevelopmentLead);

    private static class Words
    {
        public static readonly System.Globalization.CultureInfo Culture = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");

        public static string Of(MentorshipOutcome outcome) => outcome switch
        {
            MentorshipOutcome.Helped => "det hjälpte",
            MentorshipOutcome.HelpedInPart => "det hjälpte delvis",
            _ => "det hjälpte inte",
        };
    }
}
