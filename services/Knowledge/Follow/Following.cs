using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults;

namespace Knowledge.Follow;

/// <summary>How the caller hears of things, and the addresses of the caller's own feeds.</summary>
internal static class GetFollowing
{
    /// <summary>The caller's choices.</summary>
    /// <param name="Email">Where mail goes; null for none.</param>
    /// <param name="PendingEmail">An address that waits to be confirmed from a mail to it.</param>
    /// <param name="MailIsSent">False when the platform has no mail server: then the page and the feeds are what there is.</param>
    /// <param name="Preferences">What the caller has chosen; the narrowest counts.</param>
    /// <param name="Defaults">What counts where nothing is chosen.</param>
    /// <param name="AtomFeed">The caller's private feed; whoever has the address can read it.</param>
    /// <param name="JsonFeed">The same as JSON Feed 1.1.</param>
    /// <param name="Calendar">The caller's private calendar: the meetings that the caller has registered for, with join links.</param>
    public sealed record Response(
        string? Email, string? PendingEmail, bool MailIsSent, IReadOnlyList<Choice> Preferences, IReadOnlyList<Choice> Defaults, string AtomFeed, string JsonFeed, string Calendar);

    /// <summary>A choice.</summary>
    /// <param name="Kind">article, case, model, meeting, discussion, match, rules, reminder, mention or everything.</param>
    /// <param name="Thing">The thing; null for the whole kind.</param>
    /// <param name="Level">follow or mute; for page, mail and feed alike.</param>
    /// <param name="Digest">Mail: immediate, daily, weekly or off; null when the wider choice counts.</param>
    public sealed record Choice(string Kind, Guid? Thing, string Level, string? Digest);

    private static readonly Choice[] Defaults =
        [.. Preference.UsualDigests.OrderByDescending(usual => usual.Key is "mention").Select(usual => new Choice(usual.Key, null, "follow", usual.Value))];

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CurrentUser user, KnowledgeDb db, IConfiguration configuration, IOptions<SmtpSettings> smtp, HttpResponse response, CancellationToken stop)
    {
        if (!Discussions.Writer.IsMember(user)) return FollowErrors.NotAPerson.Result();
        var follower = await Follower.Of(user, db, stop);
        var chosen = await db.Preferences.AsNoTracking().Where(p => p.FollowerId == follower.Id).OrderBy(p => p.Kind).ThenBy(p => p.Thing).ToListAsync(stop);
        response.Headers.CacheControl = "no-store";
        var feed = $"{PublicUrl(configuration)}/knowledge/v1/follow/feed";
        var token = FollowToken.Of(follower, FollowToken.Feed);
        return TypedResults.Ok(new Response(follower.Email, follower.PendingEmail, smtp.Value.IsOn,
            [.. chosen.Select(p => new Choice(p.Kind, p.Thing == Guid.Empty ? null : p.Thing, p.Level, p.Digest))], Defaults,
            $"{feed}/atom?token={token}", $"{feed}/json?token={token}", $"{feed}/calendar?token={token}"));
    }

    internal static string PublicUrl(IConfiguration configuration) => (configuration["PublicUrl"] ?? "http://localhost:8080").TrimEnd('/');
}

/// <summary>Chooses for a kind or for a thing; what already waits for a mail follows the choice.</summary>
internal static class ChooseFollowing
{
    /// <summary>The choice.</summary>
    /// <param name="Level">follow or mute.</param>
    /// <param name="Digest">immediate, daily, weekly or off; absent when the wider choice counts.</param>
    public sealed record Request(
        [Required, AllowedValues("follow", "mute", ErrorMessage = "Ange follow eller mute.")] string Level,
        [AllowedValues(null, "immediate", "daily", "weekly", "off", ErrorMessage = "Ange immediate, daily, weekly eller off.")] string? Digest);

    public static Task<Results<NoContent, ProblemHttpResult>> Handle(
        string kind, Request request, CurrentUser user, KnowledgeDb db, CancellationToken stop) =>
        Choose(kind, Guid.Empty, request, user, db, stop);

    public static Task<Results<NoContent, ProblemHttpResult>> Thing(
        string kind, Guid thing, Request request, CurrentUser user, KnowledgeDb db, CancellationToken stop) =>
        kind is "mention" or Preference.Everything
            ? Task.FromResult<Results<NoContent, ProblemHttpResult>>(CommonErrors.Invalid.Result(null, new InvalidParameter("kind", "Gäller inte en enskild sak.")))
            : Choose(kind, thing, request, user, db, stop);

    /// <summary>Takes a choice back, so that the wider one counts again.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Forget(
        string kind, Guid? thing, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (!Discussions.Writer.IsMember(user)) return FollowErrors.NotAPerson.Result();
        var follower = await Follower.Of(user, db, stop);
        var id = thing ?? Guid.Empty;
        await db.Preferences.Where(p => p.FollowerId == follower.Id && p.Kind == kind && p.Thing == id).ExecuteDeleteAsync(stop);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Choose(
        string kind, Guid thing, Request request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (!Discussions.Writer.IsMember(user)) return FollowErrors.NotAPerson.Result();
        if (!Vocabulary.FollowKinds.Contains(kind))
            return CommonErrors.Invalid.Result(null, new InvalidParameter("kind", $"Välj bland {string.Join(", ", Vocabulary.FollowKinds)}."));
        var follower = await Follower.Of(user, db, stop);
        await db.Database.ExecuteSqlAsync($"""
            with chosen as (
              insert into preference (follower_id, kind, thing, level, digest) values ({follower.Id}, {kind}, {thing}, {request.Level}, {request.Digest})
              on conflict (follower_id, kind, thing) do update set level = excluded.level, digest = excluded.digest),
            waiting as materialized (
              select n.id from notification n join notice e on e.id = n.notice_id
              where n.follower_id = {follower.Id} and n.mail_id is null and n.digest <> 'off'
                and ({kind} = 'everything' or n.kind = {kind} or e.kind = {kind}) and ({thing} = {Guid.Empty} or e.thing = {thing})
              order by n.id for update of n)
            update notification n set digest = case when {request.Level} = 'mute' then 'off' else coalesce({request.Digest}, n.digest) end
            from waiting where n.id = waiting.id
            """, stop);
        return TypedResults.NoContent();
    }
}
