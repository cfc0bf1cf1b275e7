using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Follow;

/// <summary>Gives an address when the token has none. It counts when it has been confirmed from a mail to it, so nobody can have others written to.</summary>
internal static class GiveAddress
{
    /// <summary>The address.</summary>
    /// <param name="Email">Where mail is to go.</param>
    public sealed record Request([Required(ErrorMessage = "Adressen saknas."), EmailAddress(ErrorMessage = "Det är ingen e-postadress."), MaxLength(254)] string Email);

    public static async Task<Results<Accepted, ProblemHttpResult>> Handle(
        Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!Discussions.Writer.IsMember(user)) return FollowErrors.NotAPerson.Result();
        var follower = await Follower.Of(user, db, stop);
        follower.PendingEmail = request.Email;
        await db.SaveChangesAsync(stop);
        var now = clock.GetUtcNow();
        // One an hour: the form must not be a way to fill somebody's mailbox.
        await db.Database.ExecuteSqlAsync($"""
            insert into mail (id, follower_id, digest, period, created_at, try_at, tries)
            values ({Guid.NewGuid()}, {follower.Id}, {FollowToken.Address}, {$"address:{now:yyyy-MM-ddTHH}"}, {now}, {now}, 0) on conflict (follower_id, period) do nothing
            """, stop);
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary>Links in mails. A GET only shows a button, since programs that look through mails follow links; the POST does it.</summary>
internal static class MailLinks
{
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> ShowStop(string token, KnowledgeDb db, HttpResponse response, CancellationToken stop) =>
        await FollowToken.Read(token, FollowToken.Stop, db, stop) is null ? FollowErrors.BadToken.Result() : Page("Sluta få mejl från Nätverket?", "Sluta få mejl", response);

    /// <summary>Ends all mail to the person (RFC 8058). Page and feeds stay. Asked again it answers the same.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Stop(string token, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        if (await FollowToken.Read(token, FollowToken.Stop, db, stop) is not { } follower) return FollowErrors.BadToken.Result();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Database.ExecuteSqlAsync($"""
            insert into preference (follower_id, kind, thing, level, digest) values ({follower.Id}, 'everything', {Guid.Empty}, 'follow', 'off')
            on conflict (follower_id, kind, thing) do nothing
            """, stop);
        await db.Preferences.Where(p => p.FollowerId == follower.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Digest, "off"), stop);
        // Also what is in a mail that has not left yet.
        await db.Database.ExecuteSqlAsync($"""
            with waiting as materialized (
              select n.id from notification n
              where n.follower_id = {follower.Id} and (n.mail_id is null or exists (select from mail m where m.id = n.mail_id and m.sent_at is null))
              order by n.id for update of n)
            update notification n set digest = 'off' from waiting where n.id = waiting.id
            """, stop);
        await transaction.CommitAsync(stop);
        return Page("Du får inga fler mejl från Nätverket. Händelserna finns kvar på sidan Bevakningar.", null, response);
    }

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> ShowConfirmation(string token, KnowledgeDb db, HttpResponse response, CancellationToken stop) =>
        await FollowToken.Read(token, FollowToken.Address, db, stop) is not { PendingEmail: not null } ? FollowErrors.BadToken.Result() : Page("Bekräfta adressen?", "Bekräfta", response);

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Confirm(string token, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        if (await FollowToken.Read(token, FollowToken.Address, db, stop) is not { PendingEmail: { } address } follower) return FollowErrors.BadToken.Result();
        (follower.Email, follower.PendingEmail) = (address, null);
        await db.SaveChangesAsync(stop);
        return Page("Adressen är bekräftad.", null, response);
    }

    private static ContentHttpResult Page(string text, string? button, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'";
        response.Headers.CacheControl = "no-store";
        // The address holds the token: it must not go along to other pages.
        response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Content(string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{text}</title></head>
            <body><main><h1>{text}</h1>{(button is null ? "" : $"<form method=\"post\"><button>{button}</button></form>")}</main></body></html>
            """), "text/html", Encoding.UTF8);
    }
}
