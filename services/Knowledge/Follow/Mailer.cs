using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Knowledge.Follow;

/// <summary>
/// Sends what has been written down. A mail is leased before it is sent and marked after the server has taken it: a process
/// that dies in between leaves a mail that is sent again when the lease has run out, with the same Message-ID, which receivers
/// know it by. Marked before, such a mail would be lost, and nobody would know.
/// </summary>
internal sealed partial class Mailer(IServiceScopeFactory scopes, IOptions<SmtpSettings> smtp, IConfiguration configuration, TimeProvider clock, ILogger<Mailer> log)
{
    private const int Batch = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5), TooOld = TimeSpan.FromDays(3), Patience = TimeSpan.FromSeconds(20);
    private readonly SmtpSettings settings = smtp.Value;

    private string PublicUrl { get; } = (configuration["PublicUrl"] ?? "http://localhost:8080").TrimEnd('/');

    /// <summary>Sends what is due, at most a batch.</summary>
    /// <returns>How many were taken.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        if (!settings.IsOn) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KnowledgeDb>();
        var now = clock.GetUtcNow();
        // Leased for longer after each try, so a server that is away is not asked without end.
        var leased = await db.Mails.FromSql($"""
            update mail set tries = tries + 1, try_at = {now} + {Lease} * least(tries + 1, 12)
            where id in (select id from mail where sent_at is null and dropped_at is null and try_at <= {now} order by created_at limit {Batch} for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(stop);
        if (leased.Count == 0) return 0;
        using var server = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        foreach (var mail in leased) await Send(mail, server, db, now, stop);
        if (server.IsConnected) await server.DisconnectAsync(quit: true, CancellationToken.None);
        return leased.Count;
    }

    private async Task Send(Mail mail, SmtpClient server, KnowledgeDb db, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            if (mail.CreatedAt < now - TooOld) await Drop(db, mail, "too old", stop);
            else if (await Write(mail, db, stop) is not { } message) await Drop(db, mail, "nothing to tell", stop);
            else
            {
                await Connect(server, stop);
                await server.SendAsync(message, stop);
                await db.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, clock.GetUtcNow()).SetProperty(m => m.Problem, (string?)null), CancellationToken.None);
            }
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500 && refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
        {
            await Drop(db, mail, $"refused: {(int)refused.StatusCode}", stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The kind of fault alone: the server's words may hold the address.
            Log.NotSent(log, mail.Id, mail.Tries, fault.GetType().Name);
            var problem = fault.GetType().Name;
            await db.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Problem, problem), CancellationToken.None);
            if (server.IsConnected) await server.DisconnectAsync(quit: false, CancellationToken.None);
        }
    }

    private async Task<MimeMessage?> Write(Mail mail, KnowledgeDb db, CancellationToken stop)
    {
        var to = await db.Followers.AsNoTracking().SingleAsync(f => f.Id == mail.FollowerId, stop);
        if (mail.Digest == FollowToken.Address) return to.PendingEmail is null ? null : MailText.Confirmation(mail, to, PublicUrl, settings.From);
        if (to.Email is null) return null;
        var lines = await db.Notifications.AsNoTracking().Where(n => n.MailId == mail.Id && n.Digest != "off")
            .Join(db.Notices.Where(notice => !notice.Withdrawn), n => n.NoticeId, notice => notice.Id,
                (n, notice) => new MailLine(n.Kind, notice.Kind, notice.Thing, notice.What, notice.Title, notice.Path, notice.OccurredAt))
            .ToListAsync(stop);
        return lines.Count == 0 ? null : MailText.Digest(mail, to, lines, PublicUrl, settings.From);
    }

    private async Task Connect(SmtpClient server, CancellationToken stop)
    {
        if (server.IsConnected) return;
        await server.ConnectAsync(settings.Host!, settings.Port, settings.Security, stop);
        if (settings.User is { Length: > 0 } user) await server.AuthenticateAsync(user, settings.Password ?? "", stop);
    }

    private Task<int> Drop(KnowledgeDb db, Mail mail, string why, CancellationToken stop) => db.Mails.Where(m => m.Id == mail.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.DroppedAt, clock.GetUtcNow()).SetProperty(m => m.Problem, why), stop);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Mail {Mail} was not sent at try {Try} ({Problem}); it is tried again")]
        public static partial void NotSent(ILogger log, Guid mail, int @try, string problem);
    }
}
