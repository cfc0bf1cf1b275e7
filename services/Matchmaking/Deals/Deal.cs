using System.Diagnostics.CodeAnalysis;
using Contracts;
using Contracts.Matchmaking;
using Matchmaking.Copies;
using Matchmaking.Interests;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.Deals;

/// <summary>Where a deal stands. Withdrawn is final; one that was completed or ended can still be corrected, or withdrawn as a mistake.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Signed as an agreement is, not as a number is.")]
public enum DealStatus
{
    /// <summary>Being prepared; the municipality's own affair.</summary>
    Draft,

    /// <summary>Signed and running.</summary>
    Signed,

    /// <summary>Delivered as agreed.</summary>
    Completed,

    /// <summary>Ended before it was delivered.</summary>
    Ended,

    /// <summary>A draft that came to nothing, or registered by mistake.</summary>
    Withdrawn,
}

/// <summary>A deal (affär) between a municipality and a social enterprise, about a need. It is public once signed.</summary>
internal sealed partial class Deal : Noun
{
    private const string Confirmed = "confirmed";

    private Deal() { }

    public Guid Id { get; private set; }
    public Guid NeedId { get; private set; }
    public Guid? InterestId { get; private set; }

    /// <summary>The match that the interest came from, as it was then.</summary>
    public MatchThen? Match { get; private set; }
    public string MunicipalityCode { get; private set; } = "";
    public Guid EnterpriseId { get; private set; }

    /// <summary>The supplier's name, as it was at signing once signed.</summary>
    public string EnterpriseName { get; private set; } = "";

    /// <summary>The need's title, as it was at signing once signed.</summary>
    public string Title { get; private set; } = "";
    public List<string> CpvCodes { get; private set; } = [];

    /// <summary>When the need became public, from which the time to agreement is counted.</summary>
    public DateTimeOffset? NeedPublishedAt { get; private set; }
    public DealStatus Status { get; private set; }

    public AgreementType? AgreementType { get; private set; }
    public string? Route { get; private set; }
    public decimal? AgreedValueSek { get; private set; }
    public decimal? ExpectedJobs { get; private set; }
    public int? ExpectedPlacements { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Months between follow-ups.</summary>
    public int FollowUpMonths { get; private set; } = 6;

    /// <summary>The day it was completed, ended or withdrawn.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it was ended or withdrawn.</summary>
    public string? ClosedBecause { get; private set; }

    /// <summary>Whether the supplier agrees with how it was closed; null until it has said so.</summary>
    public bool? SupplierAgrees { get; private set; }
    public string? SupplierComment { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Made up, so that there is something to look at; never true of a deal that somebody has made.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>Why no deal can be made about the need with the enterprise, or null.</summary>
    public static Error? Refuses(NeedCopy? need, EnterpriseCopy? enterprise, string buyer) => (need, enterprise) switch
    {
        (null or { Withdrawn: true }, _) => DealErrors.NeedNotFound,
        _ when need.MunicipalityCode != buyer => DealErrors.NeedNotFound,
        // A need that was closed because there was a deal must still be able to get it registered, and so must one that was bought in the
        // e-procurement system: a social enterprise may have won it.
        ({ IsOpen: false, Outcome: not ("deal" or "procured-elsewhere") }, _) => DealErrors.NeedClosed,
        (_, null or { Withdrawn: true }) => DealErrors.EnterpriseNotPublished,
        _ => null,
    };

    public static Deal Draft(NeedCopy need, EnterpriseCopy enterprise, Interest? interest, DateTimeOffset now, Guid? id = null, bool demonstration = false)
    {
        var deal = new Deal
        {
            Id = id ?? Guid.CreateVersion7(now),
            NeedId = need.Id,
            InterestId = interest?.Id,
            Match = interest?.Match,
            MunicipalityCode = need.MunicipalityCode,
            EnterpriseId = enterprise.Id,
            CreatedAt = now,
            Demonstration = demonstration,
        };
        deal.Describe(need, enterprise);
        deal.Changed("drafted");
        return deal;
    }

    /// <summary>The parties have signed. From now on the deal is public.</summary>
    public Error? Sign(DealTerms terms, NeedCopy? need, EnterpriseCopy? enterprise)
    {
        if (Status != DealStatus.Draft) return Closed ?? DealErrors.AlreadySigned;
        // A need or profile that was withdrawn meanwhile leaves what the draft knew.
        if (need is { Withdrawn: false } && enterprise is { Withdrawn: false }) Describe(need, enterprise);
        Status = DealStatus.Signed;
        Agree(terms, "signed");
        return null;
    }

    /// <summary>Corrects what was agreed, or registers an addition to the agreement. A mistake is often seen when the deal is over, so it is allowed then too.</summary>
    public Error? Revise(DealTerms terms)
    {
        if (Status is DealStatus.Draft or DealStatus.Withdrawn) return Closed ?? DealErrors.NotSigned;
        Agree(terms, "revised");
        return null;
    }

    /// <summary>Delivered as agreed.</summary>
    public Error? Complete(DateOnly on) => Close(DealStatus.Completed, "completed", on, null);

    /// <summary>Over before it was delivered.</summary>
    public Error? End(string because, DateOnly on) => Close(DealStatus.Ended, "ended", on, because);

    /// <summary>A draft that came to nothing, or a deal registered by mistake: then its tombstone is told.</summary>
    public Error? Withdraw(string because, DateOnly on) =>
        Status == DealStatus.Withdrawn ? DealErrors.Withdrawn : Finish(DealStatus.Withdrawn, "withdrawn", on, because);

    /// <summary>The supplier says whether it sees the end in the same way. That is between the two, so nobody else is told.</summary>
    public Error? Confirm(bool agrees, string? comment)
    {
        if (Status is not (DealStatus.Completed or DealStatus.Ended)) return Status == DealStatus.Withdrawn ? DealErrors.Withdrawn : DealErrors.NotClosed;
        if (SupplierAgrees is not null) return DealErrors.AlreadyConfirmed;
        (SupplierAgrees, SupplierComment) = (agrees, comment);
        Changed(Confirmed);
        return null;
    }

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => SignedOn is not { } signed || reason == Confirmed
        ? null
        // Of a mistake nothing is left but that there was one.
        : Status == DealStatus.Withdrawn ? new DealChanged(Id, Version, reason, true, NeedId, MunicipalityCode, EnterpriseId, "", "", [], "", 0, 0, signed)
        : new DealChanged(Id, Version, reason, false, NeedId, MunicipalityCode, EnterpriseId, EnterpriseName, Title,
            CpvCodes, Route!, AgreedValueSek!.Value, ExpectedJobs!.Value, signed);
}
