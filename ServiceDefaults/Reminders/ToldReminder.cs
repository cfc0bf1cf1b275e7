using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace ServiceDefaults.Reminders;

/// <summary>Something that a look at a service's nouns has found: it waits for somebody, or was decided about them.</summary>
/// <param name="Thing">What it is about, such as <c>complaint:{id}</c>; there is one reminder for each.</param>
/// <param name="State">It is told anew when this is another than what was told, such as the day that has come.</param>
/// <param name="Kind">What it is about, in a word.</param>
/// <param name="For">Who alone may know.</param>
/// <param name="Line">What waits or was decided, a Swedish line.</param>
/// <param name="Title">What the thing is called.</param>
/// <param name="Path">Address of its page in the portal.</param>
/// <param name="Decided">True for news that stay true; false for what waits, and is withdrawn when a look finds it no more.</param>
public sealed record Found(string Thing, string State, string Kind, Audience For, string Line, string Title, string Path, bool Decided = false)
{
    /// <summary>For how many days a decision is news: one that is older has been told, or was made before there were reminders.</summary>
    public const int NewsDays = 30;
}

/// <summary>A reminder that has been told, so that it is told once. A service derives its own, which names its event.</summary>
public abstract class ToldReminder : Noun
{
    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is about.</summary>
    public string Thing { get; private set; } = "";

    /// <summary>What of the thing was told.</summary>
    public string State { get; private set; } = "";

    /// <summary>True while it waits: neither done nor a decision.</summary>
    public bool Waits { get; private set; }

    /// <summary>True when it was done, or no longer waits.</summary>
    public bool Withdrawn { get; private set; }

    /// <summary>Kind, in a word.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Organisations whose people may know.</summary>
    public List<string> Orgs { get; private set; } = [];

    /// <summary>The role that those have, or null.</summary>
    public string? Role { get; private set; }

    /// <summary>Subjects of persons who may know.</summary>
    public List<string> People { get; private set; } = [];

    /// <summary>The line that was told.</summary>
    public string Line { get; private set; } = "";

    /// <summary>The title that was told.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The page.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Tells what was found, unless it has been told already.</summary>
    internal void Tell(Found found)
    {
        if (Id != Guid.Empty && !Withdrawn && State == found.State) return;
        if (Id == Guid.Empty) (Id, Thing) = (Guid.CreateVersion7(), found.Thing);
        (State, Kind, Orgs, Role, People) = (found.State, found.Kind, [.. found.For.Orgs], found.For.Role, [.. found.For.People]);
        (Line, Title, Path, Waits, Withdrawn) = (found.Line, found.Title, found.Path, !found.Decided, false);
        Changed("told");
    }

    /// <summary>Takes it back: it has been done, or waits no longer.</summary>
    internal void Withdraw()
    {
        (Waits, Withdrawn) = (false, true);
        Changed("withdrawn");
    }

    /// <inheritdoc/>
    protected internal override INounChanged ToEvent(string reason) => Event(new Reminder(Id, Kind, new Audience(Orgs, Role, People), Line, Title, Path), reason);

    /// <summary>The publisher's own event.</summary>
    protected abstract IReminderChanged Event(Reminder reminder, string reason);

    /// <summary>How a service keeps its reminders.</summary>
    protected static void Map<TReminder>(EntityTypeBuilder<TReminder> reminder) where TReminder : ToldReminder
    {
        reminder.ToTable("reminder");
        reminder.HasKey(row => row.Id);
        reminder.Property(row => row.Id).ValueGeneratedNever();
        reminder.Property(row => row.Kind).HasMaxLength(20);
        // Whatever else goes wrong, a thing has one reminder.
        reminder.HasIndex(row => row.Thing).IsUnique();
        reminder.HasIndex(row => row.Waits).HasFilter("waits");
    }
}
