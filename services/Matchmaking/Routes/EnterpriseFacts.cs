using System.Text.Json.Serialization;

namespace Matchmaking.Routes;

/// <summary>What is stated of the enterprise that the assessment is about.</summary>
public sealed record EnterpriseFacts
{
    /// <summary>Persons in work (sysselsatta, LOU 4 kap. 18 §), not only employees.</summary>
    public Fact<decimal> Employed { get; init; }

    /// <summary>Of them, persons of the target group.</summary>
    public Fact<decimal> EmployedFromTargetGroup { get; init; }

    /// <summary>The main purpose is social and professional integration.</summary>
    public Fact<bool> MainPurposeIntegration { get; init; }

    /// <summary>It is a sheltered workshop.</summary>
    public Fact<bool> ShelteredWorkshop { get; init; }

    /// <summary>The contract is performed in a programme for protected employment.</summary>
    public Fact<bool> ProtectedEmploymentProgramme { get; init; }

    /// <summary>Persons in that programme.</summary>
    public Fact<decimal> ProgrammeEmployed { get; init; }

    /// <summary>Of them, persons of the target group.</summary>
    public Fact<decimal> ProgrammeFromTargetGroup { get; init; }

    /// <summary>State, region or municipality has a legally decisive influence.</summary>
    public Fact<bool> PublicControl { get; init; }

    /// <summary>The purpose is a public mission tied to such services (LOU 19 kap. 25 §).</summary>
    public Fact<bool> PublicMissionPurpose { get; init; }

    /// <summary>Profit is reinvested.</summary>
    public Fact<bool> ReinvestsProfit { get; init; }

    /// <summary>Governance rests on staff ownership or participation.</summary>
    public Fact<bool> ParticipatoryGovernance { get; init; }

    /// <summary>The same authority awarded it the same service under LOU 19 kap. 25 § in the last three years.</summary>
    public Fact<bool> SameServiceAwardedUnder25Last3Years { get; init; }

    /// <summary>Registered under the act 2022:900.</summary>
    [JsonPropertyName("idéburenRegistered2022_900")]
    public Fact<bool> Registered { get; init; }

    /// <summary>The day it was deregistered under that act.</summary>
    [JsonPropertyName("deregistered2022_900On")]
    public Fact<DateOnly> DeregisteredOn { get; init; }

    /// <summary>Its purpose is exclusively for public benefit (2 § of that act).</summary>
    public Fact<bool> ExclusivelyPublicBenefitPurpose { get; init; }

    /// <summary>It makes only the transfers of value that 8 § first paragraph of that act allows.</summary>
    public Fact<bool> OnlyPermittedValueTransfers { get; init; }

    /// <summary>Its purpose contributes to the aim of this service.</summary>
    public Fact<bool> PurposeContributesToService { get; init; }

    /// <summary>It does not work for profit.</summary>
    public Fact<bool> NonProfit { get; init; }

    /// <summary>It is a trader (näringsidkare, KL 2 kap. 8 §).</summary>
    public Fact<bool> IsTrader { get; init; }

    /// <summary>It is a party to the framework agreement.</summary>
    public Fact<bool> PartyToFramework { get; init; }
}
