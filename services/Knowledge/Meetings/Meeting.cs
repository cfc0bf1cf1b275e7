using Contracts;
using Contracts.Knowledge;
using Knowledge.Follow;
using Knowledge.Search;
using ServiceDefaults;

namespace Knowledge.Meetings;

/// <summary>A meeting of the network. Who comes stands beside it, so that a registration is no change of the meeting.</summary>
internal sealed class Meeting : TellingNoun, ISearchable
{
    private Meeting() { }

    public Guid Id { get; private init; }
    public string Title { get; private set; } = "";
    public string Agenda { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public string Place { get; private set; } = "";
    public string? JoinLink { get; private set; }
    public int Capacity { get; private set; }

    /// <summary>Municipalities that it is first of all for; empty for all alike.</summary>
    public List<string> Invited { get; private set; } = [];

    public string OrganiserOrg { get; private init; } = "";
    public MeetingStatus Status { get; private set; }
    public string? Minutes { get; private set; }

    /// <summary>What somebody will do, as the minutes say; told to others when the minutes are adopted.</summary>
    public List<FollowUp> FollowUps { get; private set; } = [];

    public DateTimeOffset? AdoptedAt { get; private set; }

    /// <summary>Slug of the article that the minutes became, or null.</summary>
    public string? ArticleSlug { get; private set; }

    public static Meeting Plan(string organiser, MeetingPlan plan, DateTimeOffset now)
    {
        var meeting = new Meeting { Id = Guid.CreateVersion7(now), OrganiserOrg = organiser };
        meeting.Take(plan);
        meeting.Changed("planned");
        return meeting;
    }

    public Error? Announce(DateTimeOffset now)
    {
        if (Status != MeetingStatus.Planned) return MeetingErrors.NotPlanned;
        if (StartsAt <= now) return MeetingErrors.Past;
        Status = MeetingStatus.Announced;
        Changed("announced");
        Tell(new Notice { Id = Guid.CreateVersion7(), Kind = "meeting", Thing = Id, What = "Nytt möte", Title = Title, Path = $"/moten/{Id}", Mentions = [.. Invited] });
        return null;
    }

    /// <param name="plan">The new plan.</param>
    /// <param name="taken">Places that are taken: fewer there cannot be.</param>
    public Error? Revise(MeetingPlan plan, int taken)
    {
        if (Status == MeetingStatus.Cancelled) return MeetingErrors.Cancelled;
        if (plan.Capacity < taken) return MeetingErrors.TooFewPlaces;
        Take(plan);
        Changed("revised");
        if (Status == MeetingStatus.Announced) Tell("Mötet är ändrat");
        return null;
    }

    public Error? Cancel()
    {
        if (Status == MeetingStatus.Cancelled) return MeetingErrors.Cancelled;
        if (AdoptedAt is not null) return MeetingErrors.Adopted;
        if (Status == MeetingStatus.Announced) Tell("Mötet är inställt");
        Status = MeetingStatus.Cancelled;
        Changed("cancelled");
        return null;
    }

    public Error? Minute(string minutes, IReadOnlyList<FollowUp> followUps, DateTimeOffset now)
    {
        if (Status != MeetingStatus.Announced || StartsAt > now) return MeetingErrors.NotHeld;
        if (AdoptedAt is not null) return MeetingErrors.Adopted;
        (Minutes, FollowUps) = (minutes, [.. followUps]);
        Changed("minuted");
        Tell("Det finns anteckningar att läsa");
        return null;
    }

    /// <summary>The minutes are agreed (justerade): they stand, and what they say will be done is told to those who shall do it.</summary>
    public Error? Adopt(DateTimeOffset now)
    {
        if (Minutes is null) return MeetingErrors.NoMinutes;
        if (AdoptedAt is not null) return MeetingErrors.Adopted;
        AdoptedAt = now;
        Changed("adopted");
        Tell("Anteckningarna är justerade");
        return null;
    }

    /// <summary>Notes the article that the minutes became.</summary>
    public void BecameArticle(string slug)
    {
        ArticleSlug = slug;
        Changed("revised");
    }

    /// <summary>For somebody who waited and has got a place. As a call, so that it is mailed at once and not with the week's digest.</summary>
    public Notice TellOfPlace(Registration registration, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = "meeting",
        // Its own thing: the meeting itself has not changed, and each version of it is told once.
        Thing = registration.Id,
        What = "Du har fått en plats",
        Title = Title,
        Path = $"/moten/{Id}",
        Mentions = [registration.Subject],
        Narrow = true,
        OccurredAt = now,
    };

    /// <summary>Public from the announcement; the minutes are searched as soon as they can be read.</summary>
    public SearchText ToSearchText() => new(
        "meeting", Id, Id.ToString(), Title, Place, ["möte", "nätverksträff", .. Minutes is null ? Array.Empty<string>() : ["anteckningar", "protokoll"]],
        Minutes is null ? Agenda : $"{Agenda}\n\n{Minutes}", "collaboration", [], [], DateOnly.MaxValue, Status == MeetingStatus.Announced,
        Status == MeetingStatus.Planned ? [OrganiserOrg] : []);

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => Status == MeetingStatus.Planned ? null : new MeetingChanged(
        Id, Version, reason, Status == MeetingStatus.Cancelled, Title, StartsAt, EndsAt, Place, Capacity, OrganiserOrg, Minutes is not null,
        AdoptedAt is null ? null : FollowUps);

    private void Tell(string what, bool narrow = true) => Tell(Notice.Of("meeting", Id, what, Title, $"/moten/{Id}", narrow));

    private void Take(MeetingPlan plan)
    {
        (Title, Agenda, Place, JoinLink, Capacity) = (plan.Title.Trim(), plan.Agenda, plan.Place.Trim(), plan.JoinLink, plan.Capacity);
        (StartsAt, EndsAt) = (plan.StartsAt.ToUniversalTime(), plan.EndsAt.ToUniversalTime());
        Invited = [.. plan.Invited.Distinct().Order(StringComparer.Ordinal)];
    }
}

/// <summary>Where a meeting is in its life.</summary>
public enum MeetingStatus
{
    /// <summary>Seen by its organiser only.</summary>
    Planned,

    /// <summary>Public, open for registration.</summary>
    Announced,

    /// <summary>Will not be held; calendars are told.</summary>
    Cancelled,
}
