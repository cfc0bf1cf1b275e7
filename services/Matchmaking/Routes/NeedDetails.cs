namespace Matchmaking.Routes;

/// <summary>A part of a mixed contract.</summary>
public sealed record PartFacts
{
    /// <summary>CPV code of the part.</summary>
    public Fact<string> Cpv { get; init; }

    /// <summary>The part's value in SEK.</summary>
    public Fact<decimal> ValueSek { get; init; }
}

/// <summary>A lot among lots (LOU 5 kap. 8 §), SEK.</summary>
public sealed record LotFacts
{
    /// <summary>The lot that is asked about.</summary>
    public Fact<decimal> LotValueSek { get; init; }

    /// <summary>All lots below 80 000 EUR together, this one included.</summary>
    public Fact<decimal> SmallLotsSumSek { get; init; }

    /// <summary>All lots together.</summary>
    public Fact<decimal> AllLotsSumSek { get; init; }
}

/// <summary>A special contract term on employment.</summary>
public sealed record EmploymentClauseFacts
{
    /// <summary>It has a link to what is bought.</summary>
    public Fact<bool> LinkedToSubject { get; init; }

    /// <summary>It stands in the procurement documents.</summary>
    public Fact<bool> StatedInDocuments { get; init; }
}

/// <summary>An earlier procurement of the same.</summary>
public sealed record PreviousProcurementFacts
{
    /// <summary><c>directive</c> or <c>19 kap.</c></summary>
    public Fact<string> Regime { get; init; }

    /// <summary>There were suitable tenders (or how many).</summary>
    public Fact<bool> SuitableTenders { get; init; }

    /// <summary>The terms are substantially changed since.</summary>
    public Fact<bool> TermsSubstantiallyChanged { get; init; }
}

/// <summary>The ground for turning to one supplier (LOU 6 kap. 14 §).</summary>
public sealed record SingleSupplierFacts
{
    /// <summary>art, technical or exclusive right; anything else is no ground.</summary>
    public Fact<string> Ground { get; init; }

    /// <summary>The lack of competition comes from how the need was narrowed.</summary>
    public Fact<bool> ArtificialNarrowing { get; init; }

    /// <summary>There is a reasonable alternative or substitute.</summary>
    public Fact<bool> ReasonableAlternative { get; init; }
}

/// <summary>A planned grant.</summary>
public sealed record GrantFacts
{
    /// <summary>The municipality gets something in return.</summary>
    public Fact<bool> CounterPerformance { get; init; }

    /// <summary>The rules are the same for all (KL 2 kap. 3 §).</summary>
    public Fact<bool> EqualRules { get; init; }

    /// <summary>There are exceptional reasons (KL 2 kap. 8 §).</summary>
    public Fact<bool> ExceptionalReasons { get; init; }

    /// <summary>It is of general interest (KL 2 kap. 1 §).</summary>
    public Fact<bool> GeneralInterest { get; init; }

    /// <summary>It is aimed at one recipient.</summary>
    public Fact<bool> IndividuallyTargeted { get; init; }
}

/// <summary>A planned idéburet offentligt partnerskap.</summary>
public sealed record PartnershipFacts
{
    /// <summary>Both sides contribute.</summary>
    public Fact<bool> BothContribute { get; init; }

    /// <summary>The municipality orders a specified service.</summary>
    public Fact<bool> DetailedOrder { get; init; }

    /// <summary>The initiative is the association's.</summary>
    public Fact<bool> InitiativeFromAssociation { get; init; }

    /// <summary>Others may join.</summary>
    public Fact<bool> OpenToOthers { get; init; }

    /// <summary>The money is payment for a service.</summary>
    public Fact<bool> PaymentForService { get; init; }
}
