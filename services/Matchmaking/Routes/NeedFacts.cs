namespace Matchmaking.Routes;

/// <summary>What is to be assessed: a need alone, or with the enterprise that it is about.</summary>
/// <param name="Need">The need.</param>
/// <param name="Enterprise">The enterprise, or null: then a reserved route means "may the authority reserve this procurement".</param>
public sealed record RouteInput(NeedFacts Need, EnterpriseFacts? Enterprise = null);

/// <summary>What is stated of a need. Amounts are SEK excluding VAT. Members are those of the case format in docs/routes.md.</summary>
public sealed record NeedFacts
{
    /// <summary>service, goods, works or concession.</summary>
    public Fact<string> Kind { get; init; }

    /// <summary>CPV codes of eight digits; their order has no meaning.</summary>
    public Fact<IReadOnlyList<string>> Cpv { get; init; }

    /// <summary>Value of the contract without options; for a concession the turnover.</summary>
    public Fact<decimal> ValueSek { get; init; }

    /// <summary>Value with VAT, when that is what is known.</summary>
    public Fact<decimal> ValueInclVatSek { get; init; }

    /// <summary>VAT rate in percent, for <see cref="ValueInclVatSek"/>.</summary>
    public Fact<decimal> VatPercent { get; init; }

    /// <summary>All option and extension clauses together (LOU 5 kap. 3 §).</summary>
    public Fact<decimal> OptionsSek { get; init; }

    /// <summary>Term in months without extensions.</summary>
    public Fact<decimal> Months { get; init; }

    /// <summary>Possible extension in months.</summary>
    public Fact<decimal> ExtensionMonths { get; init; }

    /// <summary>The day that the value refers to (LOU 5 kap. 5 §).</summary>
    public Fact<DateOnly> StartDate { get; init; }

    /// <summary>No end is agreed.</summary>
    public Fact<bool> Indefinite { get; init; }

    /// <summary>Price a month (LOU 5 kap. 10 and 13 §§).</summary>
    public Fact<decimal> MonthlySek { get; init; }

    /// <summary>The contract states a total price (LOU 5 kap. 13 §).</summary>
    public Fact<bool> TotalPriceStated { get; init; }

    /// <summary>Bought regularly or to be renewed (LOU 5 kap. 11 §).</summary>
    public Fact<bool> Recurring { get; init; }

    /// <summary>Actual total of similar contracts, this one excluded.</summary>
    public Fact<decimal> RecurringSameKindSekLast12Months { get; init; }

    /// <summary>Estimated total of the series, this one included.</summary>
    public Fact<decimal> RecurringSameKindSekNext12Months { get; init; }

    /// <summary>Direct awards of the same kind in the financial year: counted for concessions only (LUK 15 kap. 7 §).</summary>
    public Fact<decimal> DirectAwardsSameKindFiscalYearSek { get; init; }

    /// <summary>The same need in the authority's other units (LOU 5 kap. 4 §).</summary>
    public Fact<decimal> OtherUnitsSameNeedSek { get; init; }

    /// <summary>The unit is independently responsible for its procurement (LOU 5 kap. 4 §).</summary>
    public Fact<bool> UnitsProcureIndependently { get; init; }

    /// <summary>The amounts that one need has been split into.</summary>
    public Fact<IReadOnlyList<decimal?>> SplitPartsSek { get; init; }

    /// <summary>The split was made to avoid 19 kap. (LOU 5 kap. 7 a §).</summary>
    public Fact<bool> SplitToAvoidAdvertising { get; init; }

    /// <summary>Parts of a mixed contract (LOU 2 kap. 2 §).</summary>
    public Fact<IReadOnlyList<PartFacts>> Parts { get; init; }

    /// <summary>The lot that is asked about (LOU 5 kap. 8 §).</summary>
    public Fact<LotFacts> Lot { get; init; }

    /// <summary>A framework agreement is to be made.</summary>
    public Fact<bool> EstablishesFramework { get; init; }

    /// <summary>The framework's highest total value (LOU 5 kap. 14 §).</summary>
    public Fact<decimal> FrameworkMaxValueSek { get; init; }

    /// <summary>A valid framework agreement of the authority covers the need.</summary>
    public Fact<bool> FrameworkAgreementCovers { get; init; }

    /// <summary>How that framework was procured: <c>directive</c> or <c>19 kap.</c></summary>
    public Fact<string> FrameworkRegime { get; init; }

    /// <summary>The municipality has decided on a system of choice (LOV).</summary>
    public Fact<bool> LovDecision { get; init; }

    /// <summary>A planned employment clause.</summary>
    public Fact<EmploymentClauseFacts> EmploymentClause { get; init; }

    /// <summary>A notice of the intention to award directly is published (LOU 19 a kap. 9 §).</summary>
    public Fact<bool> IntentionNotice { get; init; }

    /// <summary>The supplier takes a real operating risk (LUK 1 kap. 13 §).</summary>
    public Fact<bool> OperatingRiskTransferred { get; init; }

    /// <summary>An earlier procurement of the same that failed.</summary>
    public Fact<PreviousProcurementFacts> PreviousProcurement { get; init; }

    /// <summary>Why only one supplier could deliver.</summary>
    public Fact<SingleSupplierFacts> SingleSupplier { get; init; }

    /// <summary>A planned grant.</summary>
    public Fact<GrantFacts> Grant { get; init; }

    /// <summary>A planned partnership with an idéburen organisation.</summary>
    public Fact<PartnershipFacts> Iop { get; init; }
}
