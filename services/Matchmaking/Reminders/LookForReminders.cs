using Contracts;
using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Interests;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Reminders;

namespace Matchmaking.Reminders;

/// <summary>
/// What waits for a municipality: interests and questions that nobody has answered, and interests in a need that is over, whose enterprises have not been told
/// why nothing came of it. For an enterprise: what was answered. Both parties know of an interest; who asked a question only the enterprise itself.
/// </summary>
internal sealed class LookForReminders(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<LookForReminders> log)
    : ReminderLook<MatchmakingDb, PartyReminder>(scopes, configuration, clock, log)
{
    private const string Interested = "interest", Asked = "question";

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Found>> Find(MatchmakingDb db, CancellationToken stop)
    {
        var newsFrom = Clock.GetUtcNow().AddDays(-Found.NewsDays);
        var interests = await (
            from interest in db.Interests.AsNoTracking()
            join need in db.Needs on interest.NeedId equals need.Id
            join enterprise in db.Enterprises on interest.EnterpriseId equals enterprise.Id
            let over = need.Withdrawn || need.Status == NeedCopy.Closed
            where interest.Status == InterestStatus.Submitted || (interest.Status == InterestStatus.InDialogue && over)
                || ((interest.Status == InterestStatus.InDialogue || interest.Status == InterestStatus.Declined) && interest.ChangedAt >= newsFrom)
            select new { Interest = interest, need.Title, enterprise.Name, Over = over }).ToListAsync(stop);
        var questions = await (
            from question in db.Questions.AsNoTracking()
            join need in db.Needs on question.NeedId equals need.Id
            where !question.Withdrawn && !need.Withdrawn && ((question.AnsweredAt == null && need.Status != NeedCopy.Closed) || question.AnsweredAt >= newsFrom)
            select new { Question = question, need.Title }).ToListAsync(stop);
        return
        [
            .. interests.Where(one => one.Interest.Closed is null && (one.Over || one.Interest.Status == InterestStatus.Submitted)).Select(one => Waits(one.Interest, one.Title, one.Name, one.Over)),
            .. interests.Where(one => one.Interest.Status != InterestStatus.Submitted && one.Interest.ChangedAt >= newsFrom).Select(one => Answered(one.Interest, one.Title)),
            .. questions.Select(one => one.Question.AnsweredAt is null ? Waits(one.Question, one.Title) : Answered(one.Question, one.Title)),
        ];
    }

    private static Found Waits(Interest interest, string title, string enterprise, bool over) => over
        ? new($"interest:{interest.Id}", "over", Interested, All(interest.MunicipalityCode), $"Behovet är avslutat. Berätta för {enterprise} varför det inte blev affär.", title, Page(interest))
        : new($"interest:{interest.Id}", "submitted", Interested, All(interest.MunicipalityCode), $"{enterprise} är intresserat och väntar på svar.", title, Page(interest));

    private static Found Answered(Interest interest, string title) => interest.Status is InterestStatus.Declined
        ? new($"interest:{interest.Id}:enterprise", "declined", Interested, Managers(interest.EnterpriseId), $"Kommunen tackar nej till er intresseanmälan. Skäl: {interest.Answer}", title, Page(interest), Decided: true)
        : new($"interest:{interest.Id}:enterprise", "in-dialogue", Interested, Managers(interest.EnterpriseId), "Kommunen vill ha dialog om er intresseanmälan.", title, Page(interest), Decided: true);

    private static Found Waits(Dialogues.Question question, string title) =>
        new($"question:{question.Id}", "asked", Asked, All(question.MunicipalityCode), "En fråga om behovet väntar på svar.", title, $"/behov/{question.NeedId}");

    private static Found Answered(Dialogues.Question question, string title) =>
        new($"question:{question.Id}:enterprise", "answered", Asked, Managers(question.EnterpriseId), "Er fråga om behovet är besvarad.", title, $"/behov/{question.NeedId}", Decided: true);

    private static string Page(Interest interest) => $"/intressen/{interest.Id}";

    /// <summary>Whoever of the municipality: each of its roles can answer.</summary>
    private static Audience All(string municipality) => new([municipality], null, []);

    private static Audience Managers(Guid enterprise) => Audience.Of($"{enterprise}", Roles.EnterpriseManager);
}
