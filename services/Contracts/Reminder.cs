namespace Contracts;

/// <summary>Something that waits for somebody, or that has been decided about them. Only those whom it is for may know of it.</summary>
/// <param name="Id">Identity of the reminder.</param>
/// <param name="Kind">What it is about, such as mentorship, agreement, action, complaint or freshness.</param>
/// <param name="For">Who alone may know.</param>
/// <param name="Line">What waits or was decided, a Swedish line.</param>
/// <param name="Title">What the thing is called.</param>
/// <param name="Path">Address of its page in the portal, from the root; they may open it.</param>
public sealed record Reminder(Guid Id, string Kind, Audience For, string Line, string Title, string Path);

/// <summary>Who alone may know: those of the organisations who have the role, and the people who are named.</summary>
/// <param name="Orgs">Municipality codes, enterprise ids or skr.</param>
/// <param name="Role">The role in the token that they must have; null for all of the organisations' people.</param>
/// <param name="People">Subjects of persons who may know whatever their organisation.</param>
public sealed record Audience(IReadOnlyList<string> Orgs, string? Role, IReadOnlyList<string> People)
{
    /// <summary>Those of one organisation who have a role.</summary>
    public static Audience Of(string org, string role) => new([org], role, []);

    /// <summary>One person.</summary>
    public static Audience Of(string subject) => new([], null, [subject]);
}

/// <summary>What a publisher's event of its reminders says. It is not public: its name is marked as private, so that the change feed leaves it out.</summary>
public interface IReminderChanged : INounChanged
{
    /// <summary>The reminder. <see cref="INounChanged.Withdrawn"/> is true when it has been done, or waits no longer.</summary>
    Reminder Reminder { get; }
}
