using Contracts;
using Contracts.Municipalities;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Municipalities.Needs;

/// <summary>
/// A municipality's need: draft → published → in dialogue → closed with an outcome, or withdrawn before that. Each rule
/// either moves the need or names why it may not.
/// </summary>
internal sealed class Need : Noun
{
    private Need() { }

    public Guid Id { get; private set; }
    public string MunicipalityCode { get; private set; } = "";
    public NeedStatus Status { get; private set; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public string? Unit { get; private set; }
    public List<string> CpvCodes { get; private set; } = [];
    public NeedKind Kind { get; private set; }
    public decimal? ValueSek { get; private set; }
    public int? Months { get; private set; }
    public List<string> TargetGroups { get; private set; } = [];
    public DateOnly? AnswerBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Where it stands in lists: when it was published, before that when it was begun. A column of its own, for the index.</summary>
    public DateTimeOffset ListedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }
    public NeedOutcome? Outcome { get; private set; }

    /// <summary>Begins a draft.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="municipality">SCB code of the municipality that has the need.</param>
    /// <param name="content">Valid by its own attributes.</param>
    /// <param name="now">The present, UTC.</param>
    public static (Need? Need, Error? Error) Draft(Guid id, string municipality, NeedContent content, DateTimeOffset now)
    {
        if (content.AnswerBy < SwedishTime.DayOf(now)) return (null, NeedErrors.AnswerByPassed);
        var need = new Need { Id = id, MunicipalityCode = municipality, Status = NeedStatus.Draft, CreatedAt = now, ListedAt = now };
        need.Take(content);
        need.Changed("drafted");
        return (need, null);
    }

    /// <summary>Says something else. Once a dialogue is open all have read the same words, so they stand.</summary>
    public Error? Revise(NeedContent content, DateTimeOffset now)
    {
        if (Status is not (NeedStatus.Draft or NeedStatus.Published)) return NeedErrors.NotRevisable;
        // A day that already stood there may have passed since; only a new one has to lie ahead.
        if (content.AnswerBy != AnswerBy && content.AnswerBy < SwedishTime.DayOf(now)) return NeedErrors.AnswerByPassed;
        if (Status is NeedStatus.Published && string.IsNullOrWhiteSpace(content.Description)) return NeedErrors.Incomplete;
        Take(content);
        Changed("revised");
        return null;
    }

    public Error? Publish(DateTimeOffset now)
    {
        if (Status is not NeedStatus.Draft) return NeedErrors.NotDraft;
        if (string.IsNullOrWhiteSpace(Description)) return NeedErrors.Incomplete;
        if (AnswerBy < SwedishTime.DayOf(now)) return NeedErrors.AnswerByPassed;
        Status = NeedStatus.Published;
        (PublishedAt, ListedAt) = (now, now);
        Changed("published");
        return null;
    }

    public Error? OpenDialogue()
    {
        if (Status is not NeedStatus.Published) return NeedErrors.NotPublished;
        Status = NeedStatus.InDialogue;
        Changed("dialogue-opened");
        return null;
    }

    public Error? Close(NeedOutcome outcome, DateTimeOffset now)
    {
        if (Status is not (NeedStatus.Published or NeedStatus.InDialogue)) return NeedErrors.NotOpen;
        (Status, Outcome, ClosedAt) = (NeedStatus.Closed, outcome, now);
        Changed("closed");
        return null;
    }

    public Error? Withdraw()
    {
        if (Status is NeedStatus.Closed or NeedStatus.Withdrawn) return NeedErrors.NotWithdrawable;
        Status = NeedStatus.Withdrawn;
        Changed("withdrawn");
        return null;
    }

    private void Take(NeedContent content)
    {
        (Title, Description, Unit) = (content.Title.Trim(), content.Description.Trim(), content.Unit?.Trim());
        (CpvCodes, TargetGroups) = ([.. content.CpvCodes], [.. content.TargetGroups]);
        (Kind, ValueSek, Months, AnswerBy) = (content.Kind, content.ValueSek, content.Months, content.AnswerBy);
    }

    /// <summary>
    /// Null for what has never been public: nobody outside may learn that there was a draft. What is withdrawn leaves a tombstone that says
    /// nothing of what it was, because the feed is public.
    /// </summary>
    protected override INounChanged? ToEvent(string reason) => PublishedAt is null ? null : Status is NeedStatus.Withdrawn
        ? new NeedChanged(Id, Version, reason, true, MunicipalityCode, "", "", null, [], Kebab.Of(Kind), null, null, [], Kebab.Of(Status), null, PublishedAt, null)
        : new NeedChanged(Id, Version, reason, false, MunicipalityCode, Title, Description, Unit, CpvCodes, Kebab.Of(Kind), ValueSek,
            Months, TargetGroups, Kebab.Of(Status), AnswerBy, PublishedAt, Outcome is { } outcome ? Kebab.Of(outcome) : null);
}
