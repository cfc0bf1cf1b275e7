using Matchmaking.Copies;
using ServiceDefaults;

namespace Matchmaking.Deals;

internal sealed partial class Deal
{
    /// <summary>The name of the state in which the deal is over, or null.</summary>
    private Error? Closed => Status switch
    {
        DealStatus.Completed => DealErrors.Completed,
        DealStatus.Ended => DealErrors.Ended,
        DealStatus.Withdrawn => DealErrors.Withdrawn,
        _ => null,
    };

    private Error? Close(DealStatus to, string reason, DateOnly on, string? because) =>
        Status == DealStatus.Signed ? Finish(to, reason, on, because) : Closed ?? DealErrors.NotSigned;

    private Error? Finish(DealStatus to, string reason, DateOnly on, string? because)
    {
        (Status, ClosedOn, ClosedBecause) = (to, on, because);
        Changed(reason);
        return null;
    }

    private void Describe(NeedCopy need, EnterpriseCopy enterprise) =>
        (Title, CpvCodes, NeedPublishedAt, EnterpriseName) = (need.Title, need.CpvCodes, need.PublishedAt, enterprise.Name);

    private void Agree(DealTerms terms, string reason)
    {
        (AgreementType, Route, AgreedValueSek) = (terms.AgreementType, terms.Route, terms.AgreedValueSek);
        (ExpectedJobs, ExpectedPlacements) = (terms.ExpectedJobs, terms.ExpectedPlacements);
        (SignedOn, StartsOn, EndsOn) = (terms.SignedOn, terms.StartsOn, terms.EndsOn);
        FollowUpMonths = terms.FollowUpMonths ?? 6;
        Changed(reason);
    }
}
