using Contracts;
using Contracts.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Reminders;

namespace Enterprises.Reminders;

/// <summary>A reminder to an enterprise, to the network's lead or to who filed a complaint.</summary>
internal sealed class EnterpriseReminder : ToldReminder
{
    /// <inheritdoc/>
    protected override IReminderChanged Event(Reminder reminder, string reason) => new ReminderChanged(reminder, Version, reason, Withdrawn);

    internal sealed class Table : IEntityTypeConfiguration<EnterpriseReminder>
    {
        public void Configure(EntityTypeBuilder<EnterpriseReminder> builder) => Map(builder);
    }
}
