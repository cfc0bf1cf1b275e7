using System.Text.Json.Serialization;
using Contracts;
using Matchmaking.Copies;
using Matchmaking.Deals;
using Matchmaking.FollowUps;
using Matchmaking.Interests;

namespace Matchmaking;

/// <summary>What the file of the demonstration's past needs holds, as far as this service is concerned; the rest of a need is for Municipalities.</summary>
internal sealed record Demonstration(List<SeededNeed> Needs, List<SeededPurchases> Purchases);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SeededNeed(string Name, string Municipality, int PublishedDaysAgo, SeededContent Content)
{
    public List<SeededDeal> Deals { get; init; } = [];
    public List<SeededRefusal> Declined { get; init; } = [];

    /// <summary>The need as the deal knows it; the copy that is kept comes as Municipalities' event.</summary>
    public NeedCopy ToCopy(DateOnly today) => new()
    {
        Id = SeedIds.Need(Name), Version = 0, Withdrawn = false, MunicipalityCode = Municipality, Title = Content.Title, Description = "", CpvCodes = Content.CpvCodes,
        Kind = "", ValueSek = null, Months = null, TargetGroups = [], Status = NeedCopy.Closed, AnswerBy = null,
        PublishedAt = DemonstrationSeed.Morning(today, PublishedDaysAgo), Outcome = null,
    };
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SeededContent(string Title, List<string> CpvCodes);

internal sealed record SeededDeal(
    string Enterprise, string EnterpriseName, string? Interest, AgreementType AgreementType, string Route, decimal AgreedValueSek, decimal ExpectedJobs, int ExpectedPlacements,
    int SignedDaysAgo, int Months, int? CompletedDaysAgo, int? EndedDaysAgo, string? EndedBecause, bool? SupplierAgrees, string? SupplierComment, List<SeededFollowUp> FollowUps)
{
    public EnterpriseCopy ToCopy(string municipality, DateOnly today) => new()
    {
        Id = SeedIds.Enterprise(Enterprise), Version = 0, Withdrawn = false, Name = EnterpriseName, MunicipalityCode = municipality, Presentation = "", Kinds = [],
        TargetGroups = [], ConfirmedAt = DemonstrationSeed.Morning(today, 0), Offers = [],
    };

    public DealTerms Terms(DateOnly today)
    {
        var signed = today.AddDays(-SignedDaysAgo);
        var starts = signed.AddDays(14);
        return new(AgreementType, Route, AgreedValueSek, ExpectedJobs, ExpectedPlacements, signed, starts, starts.AddMonths(Months).AddDays(-1));
    }
}

internal sealed record SeededRefusal(string Enterprise, string Interest, string Reason, NoDealReason Code, bool Agrees);

internal sealed record SeededFollowUp(int DaysAgo, decimal? InvoicedSek, decimal? Jobs, PeopleCounts? People, string? Note);

internal sealed record SeededPurchases(string Municipality, decimal Sek);
