using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ServiceDefaults;

namespace Knowledge.Follow;

/// <summary>A person who has once looked at what has happened or at the own settings, asked or answered something, or registered for a meeting. Address and organisation follow the token at each visit.</summary>
internal sealed class Follower
{
    public Guid Id { get; init; }

    /// <summary>The token's subject.</summary>
    public string Subject { get; init; } = "";

    public string Name { get; set; } = "";
    public string Org { get; set; } = "";
    public bool IsNetworkLead { get; set; }

    /// <summary>The roles of the token: what waits is told to those who can do something about it.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Where mail goes: from the token, or given and confirmed by the person; null for none.</summary>
    public string? Email { get; set; }

    /// <summary>An address that waits to be confirmed.</summary>
    public string? PendingEmail { get; set; }

    /// <summary>Signs the links in mails. Never changed: a link in an old mail must go on working.</summary>
    public byte[] MailSecret { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Signs the addresses of the person's feeds; a new one ends the old addresses.</summary>
    public byte[] FeedSecret { get; set; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>The caller, noted at the first time; then, and with another organisation or role, what waits for those is told.</summary>
    public static async Task<Follower> Of(CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var added = await db.Database.ExecuteSqlAsync($"""
            insert into follower (id, subject, name, org, is_network_lead, mail_secret, feed_secret)
            values ({Guid.CreateVersion7()}, {user.Subject}, '', '', false, {RandomNumberGenerator.GetBytes(32)}, {RandomNumberGenerator.GetBytes(32)})
            on conflict (subject) do nothing
            """, stop);
        var follower = await db.Followers.SingleAsync(f => f.Subject == user.Subject, stop);
        (follower.Name, follower.Org, follower.IsNetworkLead) = (user.Name ?? "", user.Org ?? "", user.HasRole(ServiceDefaults.Roles.NetworkLead));
        follower.Roles = [.. Vocabulary.Audiences.Where(role => user.HasRole(role))];
        if (user.Email is { Length: > 0 } email) follower.Email = email;
        var entry = db.Entry(follower);
        var another = added == 1 || entry.Property(f => f.Org).IsModified || entry.Property(f => f.Roles).IsModified;
        await db.SaveChangesAsync(stop);
        if (another) await FanOut.WhatWaits(db, follower.Id, db.GetService<TimeProvider>().GetUtcNow());
        return follower;
    }
}

/// <summary>
/// How a person wants to hear of something: the one table that page, mail and feed obey. What is said of a thing counts before
/// what is said of its kind, and that before what is said of everything.
/// </summary>
internal sealed class Preference
{
    public const string Everything = "everything";

    public Guid FollowerId { get; init; }

    /// <summary>article, case, model, meeting, discussion, match, rules, reminder, mention or everything.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The thing, or an empty id for the whole kind.</summary>
    public Guid Thing { get; init; }

    /// <summary>follow or mute.</summary>
    public string Level { get; set; } = "follow";

    /// <summary>immediate, daily, weekly or off; null when the wider choice counts.</summary>
    public string? Digest { get; set; }

    /// <summary>The mail of each kind where nothing is chosen.</summary>
    public static IReadOnlyDictionary<string, string> UsualDigests { get; } = Vocabulary.FollowKinds.Where(kind => kind is not Everything)
        .ToDictionary(kind => kind, kind => kind switch { "mention" => "immediate", TellOfReminder.Kind => "daily", _ => "weekly" });
}

/// <summary>An event for a person: one row, whatever ways it is shown in.</summary>
internal sealed class Notification
{
    public Guid Id { get; init; }
    public Guid FollowerId { get; init; }
    public Guid NoticeId { get; init; }

    /// <summary>The notice's kind, or mention.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Which mail it belongs in: immediate, daily, weekly or off.</summary>
    public string Digest { get; set; } = "";

    public DateTimeOffset OccurredAt { get; init; }
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The mail that it is in: at most one, for ever.</summary>
    public Guid? MailId { get; init; }
}

/// <summary>A mail to a person: written down before it is sent.</summary>
internal sealed class Mail
{
    public Guid Id { get; init; }
    public Guid FollowerId { get; init; }

    /// <summary>immediate, daily, weekly or address.</summary>
    public string Digest { get; init; } = "";

    /// <summary>What it covers, such as <c>daily:2026-03-29</c>; a person gets one of each.</summary>
    public string Period { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset TryAt { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was given up: refused for good, too old or empty.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    public string? Problem { get; set; }
}
