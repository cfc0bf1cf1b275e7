using Contracts;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Agreements;

/// <summary>
/// An agreement that is not a contract – IOP, letter of intent, cooperation: draft → in force → ended. Signed words stand; what
/// happens to them is a review.
/// </summary>
internal sealed class Agreement : Noun
{
    private Agreement() { }

    public Guid Id { get; private set; }
    public string MunicipalityCode { get; private set; } = "";
    public AgreementContent Content { get; private set; } = new();
    public AgreementStatus Status { get; private set; }

    /// <summary>The next review; of its own, for the list of those that are overdue.</summary>
    public DateOnly ReviewOn { get; private set; }

    /// <summary>The last day, of its own for the same reason.</summary>
    public DateOnly? EndsOn { get; private set; }

    public IReadOnlyList<AgreementReview> Reviews { get; private set; } = [];
    public bool IsShared { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public string? EndReason { get; private set; }
    public bool Demonstration { get; private set; }

    public static (Agreement? Agreement, Error? Error) Draft(Guid id, string municipality, AgreementContent content, bool demonstration = false)
    {
        var agreement = new Agreement { Id = id, MunicipalityCode = municipality, Demonstration = demonstration };
        return agreement.Take(content) is { } error ? (null, error) : (agreement, null);
    }

    public Error? Revise(AgreementContent content) => Status is AgreementStatus.Draft ? Take(content) : AgreementErrors.NotDraft;

    public Error? Sign(DateOnly today)
    {
        if (Status is not AgreementStatus.Draft) return AgreementErrors.NotDraft;
        (Status, SignedOn) = (AgreementStatus.InForce, today);
        Changed("signed");
        return null;
    }

    public Error? Review(string text, DateOnly nextOn, DateOnly today)
    {
        if (Status is not AgreementStatus.InForce) return AgreementErrors.NotInForce;
        if (nextOn <= today) return AgreementErrors.ReviewBeforeToday;
        if (nextOn > EndsOn) return AgreementErrors.ReviewAfterEnd;
        Reviews = [.. Reviews, new AgreementReview(today, text.Trim(), nextOn)];
        ReviewOn = nextOn;
        Changed("reviewed");
        return null;
    }

    /// <summary>True when it is in force and its review, or its last day, has passed.</summary>
    public bool IsOverdue(DateOnly today) => Status is AgreementStatus.InForce && (ReviewOn < today || EndsOn < today);

    public Error? Share(bool shared)
    {
        IsShared = shared;
        Changed("sharing-changed");
        return null;
    }

    public Error? End(string reason, DateOnly today)
    {
        if (Status is AgreementStatus.Ended) return AgreementErrors.EndedAlready;
        (Status, EndedOn, EndReason) = (AgreementStatus.Ended, today, reason.Trim());
        Changed("ended");
        return null;
    }

    private Error? Take(AgreementContent content)
    {
        if (content.EndsOn < content.StartsOn) return AgreementErrors.EndsBeforeStart;
        if (content.ReviewOn > content.EndsOn) return AgreementErrors.ReviewAfterEnd;
        (Content, ReviewOn, EndsOn) = (content, content.ReviewOn!.Value, content.EndsOn);
        Changed("revised");
        return null;
    }

    /// <summary>Null: no other service keeps agreements.</summary>
    protected override INounChanged? ToEvent(string reason) => null;
}
