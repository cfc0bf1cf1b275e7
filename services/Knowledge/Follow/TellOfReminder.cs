using Contracts;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Knowledge.Follow;

/// <summary>
/// What waits for somebody, or was decided about them: told to those alone whom the publisher names. What is told anew takes the place of what
/// was told before, and what is done is taken back: whoever has not looked sees it no more, and no mail that is still to be sent asks for it.
/// </summary>
internal sealed class TellOfReminder(TimeProvider clock)
    : IEventHandler<Contracts.Municipalities.ReminderChanged, KnowledgeDb>, IEventHandler<Contracts.Enterprises.ReminderChanged, KnowledgeDb>,
        IEventHandler<Contracts.Matchmaking.ReminderChanged, KnowledgeDb>
{
    internal const string Kind = "reminder";

    public Task Handle(Contracts.Municipalities.ReminderChanged changed, KnowledgeDb db, CancellationToken stop) => Tell(changed, db, stop);

    public Task Handle(Contracts.Enterprises.ReminderChanged changed, KnowledgeDb db, CancellationToken stop) => Tell(changed, db, stop);

    public Task Handle(Contracts.Matchmaking.ReminderChanged changed, KnowledgeDb db, CancellationToken stop) => Tell(changed, db, stop);

    private async Task Tell(IReminderChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        var (reminder, version) = (changed.Reminder, changed.Version);
        // Two processes that have a version each would not see what the other has noted.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({changed.Key}, 0))", stop);
        var before = await db.Notices.AsTracking().Where(notice => notice.Kind == Kind && notice.Thing == reminder.Id).ToListAsync(stop);
        if (before.Exists(notice => notice.Version >= version)) return;
        foreach (var older in before) older.Withdrawn = true;
        // One that is withdrawn is noted too: what comes late, of a lower version, is then known to be over.
        db.Add(new Notice
        {
            Id = Guid.CreateVersion7(), Kind = Kind, Thing = reminder.Id, Version = version, What = reminder.Line, Title = reminder.Title, Path = reminder.Path,
            Orgs = [.. reminder.For.Orgs], ForRole = reminder.For.Role, People = [.. reminder.For.People], Withdrawn = changed.Withdrawn, OccurredAt = clock.Moment(),
        });
    }
}
