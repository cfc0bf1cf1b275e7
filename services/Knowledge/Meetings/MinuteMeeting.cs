using System.ComponentModel.DataAnnotations;
using Contracts.Knowledge;
using Knowledge.Articles;
using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Meetings;

/// <summary>Writes what was said, for those who could not come, and what somebody will do.</summary>
internal static class MinuteMeeting
{
    /// <summary>The minutes.</summary>
    /// <param name="Minutes">Markdown.</param>
    /// <param name="FollowUps">What somebody will do; becomes proposed steps in the municipalities' journeys when the minutes are adopted.</param>
    public sealed record Request(
        [Required(ErrorMessage = "Anteckningarna saknas."), MaxLength(50_000, ErrorMessage = "Högst 50 000 tecken."), NoPersonalNumber] string Minutes,
        [MaxLength(50, ErrorMessage = "Högst 50 punkter.")] IReadOnlyList<FollowUpText>? FollowUps = null);

    /// <summary>Something that somebody will do.</summary>
    /// <param name="MunicipalityCode">SCB code of who does it; absent for the network itself.</param>
    /// <param name="Text">What.</param>
    /// <param name="DueOn">The last day (Swedish time).</param>
    public sealed record FollowUpText(
        [RegularExpression("^[0-9]{4}$", ErrorMessage = "Fyra siffror.")] string? MunicipalityCode,
        [Required(ErrorMessage = "Texten saknas."), MaxLength(300, ErrorMessage = "Högst 300 tecken."), NoPersonalNumber] string Text,
        [Day] DateOnly? DueOn);

    public static Task<Results<Ok<MeetingChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (meeting, _) => meeting.Minute(request.Minutes,
            [.. (request.FollowUps ?? []).Select(text => new FollowUp(text.MunicipalityCode, text.Text.Trim(), text.DueOn))], clock.Moment()), stop);
}

/// <summary>Adopts the minutes (justering): after that they stand, and their follow-up actions go to the municipalities.</summary>
internal static class AdoptMinutes
{
    public static Task<Results<Ok<MeetingChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (meeting, _) => meeting.Adopt(clock.Moment()), stop);
}

/// <summary>Makes adopted minutes a draft of the handbook, which then goes its usual way to publication.</summary>
internal static class MinutesToArticle
{
    private const int MonthsUntilReview = 12;

    public static async Task<Results<Ok<MeetingChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var slug = $"mote-{id:n}";
        var taken = await db.Articles.AnyAsync(a => a.Slug == slug, stop);
        return await db.Change(id, user, ifMatch, clock, (meeting, _) =>
        {
            if (meeting.ArticleSlug is not null) return MeetingErrors.AlreadyArticle;
            if (meeting.AdoptedAt is null) return MeetingErrors.NotAdopted;
            if (taken) return ArticleErrors.SlugTaken;
            var day = SwedishTime.DayOf(meeting.StartsAt);
            var text = SafeMarkdown.ToText(meeting.Minutes!).ReplaceLineEndings(" ").Trim();
            var author = Author.Of(user, clock);
            db.Add(Article.Draft(slug, meeting.OrganiserOrg, new ArticleText
            {
                Title = meeting.Title,
                Summary = $"Anteckningar från nätverkets möte den {day.Written()}. {(text.Length > 250 ? text[..250] + "…" : text)}",
                Body = meeting.Minutes!,
                Topic = "collaboration",
                Sources = [$"Justerade anteckningar, {meeting.Title}, {day.Written()}"],
                Owner = meeting.OrganiserOrg == Author.Skr ? "SKR:s processledare" : "Kommunens utvecklingsledare",
                ReviewBy = author.Today.AddMonths(MonthsUntilReview),
            }, author));
            meeting.BecameArticle(slug);
            return null;
        }, stop);
    }
}
