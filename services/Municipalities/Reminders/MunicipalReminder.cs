using Contracts;
using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Reminders;

namespace Municipalities.Reminders;

/// <summary>A reminder to a municipality's development lead.</summary>
internal sealed class MunicipalReminder : ToldReminder
{
    /// <inheritdoc/>
    protected override IReminderChanged Event(Reminder reminder, string reason) => new ReminderChanged(reminder, Version, reason, Withdrawn);

    internal sealed class Table : IEntityTypeConfiguration<MunicipalReminder>
    {
        public void Configure(EntityTypeBuilder<MunicipalReminder> builder) => Map(builder);
    }
}
