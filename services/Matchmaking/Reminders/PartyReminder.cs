using Contracts;
using Contracts.Matchmaking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Reminders;

namespace Matchmaking.Reminders;

/// <summary>A reminder to one party of a dialogue: the municipality or the enterprise.</summary>
internal sealed class PartyReminder : ToldReminder
{
    /// <inheritdoc/>
    protected override IReminderChanged Event(Reminder reminder, string reason) => new ReminderChanged(reminder, Version, reason, Withdrawn);

    internal sealed class Table : IEntityTypeConfiguration<PartyReminder>
    {
        public void Configure(EntityTypeBuilder<PartyReminder> builder) => Map(builder);
    }
}
