using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Routes;

/// <summary>How a fact is asked for.</summary>
public enum FactKind
{
    /// <summary>An amount in SEK.</summary>
    Money,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Yes, no, unknown, or not at issue.</summary>
    YesNo,

    /// <summary>One of a few codes.</summary>
    Code,

    /// <summary>Several amounts, with semicolons between.</summary>
    Amounts,

    /// <summary>Several parts, each a CPV code and an amount, with semicolons between.</summary>
    Parts,
}

/// <summary>A fact that the vägval can weigh.</summary>
/// <param name="Path">The API's member, from the root, with dots.</param>
/// <param name="Kind">How it is asked for.</param>
/// <param name="Codes">The codes of a <see cref="FactKind.Code"/>.</param>
public sealed record RouteField(string Path, FactKind Kind, Option[]? Codes = null)
{
    /// <summary>As asked.</summary>
    public string Label => Text.Of($"Routes.Field.{Path}");

    /// <summary>What it means or where it is found, where that is not plain.</summary>
    public string? Hint => Text.Find($"Routes.Field.{Path}.Hint");
}

/// <summary>The facts beyond the first five, in groups that open when they are wanted.</summary>
public static class RouteFields
{
    private static Option[] Regimes => [new("directive", Text.Of("Routes.Regime.Directive")), new("19 kap.", Text.Of("Routes.Regime.Chapter19"))];

    /// <summary>Title and facts.</summary>
    public static (string Title, RouteField[] Fields)[] Groups =>
    [
        (Text.Of("Routes.Group.Mixed"), [
            new("need.parts", FactKind.Parts),
        ]),
        (Text.Of("Routes.Group.Value"), [
            new("need.optionsSek", FactKind.Money),
            new("need.extensionMonths", FactKind.Number),
            new("need.startDate", FactKind.Date),
            new("need.indefinite", FactKind.YesNo),
            new("need.monthlySek", FactKind.Money),
            new("need.totalPriceStated", FactKind.YesNo),
            new("need.valueInclVatSek", FactKind.Money),
            new("need.vatPercent", FactKind.Number),
            new("need.recurring", FactKind.YesNo),
            new("need.recurringSameKindSekLast12Months", FactKind.Money),
            new("need.recurringSameKindSekNext12Months", FactKind.Money),
            new("need.otherUnitsSameNeedSek", FactKind.Money),
            new("need.unitsProcureIndependently", FactKind.YesNo),
            new("need.splitPartsSek", FactKind.Amounts),
            new("need.splitToAvoidAdvertising", FactKind.YesNo),
            new("need.lot.lotValueSek", FactKind.Money), new("need.lot.smallLotsSumSek", FactKind.Money), new("need.lot.allLotsSumSek", FactKind.Money),
        ]),
        (Text.Of("Routes.Group.Frameworks"), [
            new("need.frameworkAgreementCovers", FactKind.YesNo),
            new("need.frameworkRegime", FactKind.Code, Codes: Regimes),
            new("need.establishesFramework", FactKind.YesNo),
            new("need.frameworkMaxValueSek", FactKind.Money),
            new("need.lovDecision", FactKind.YesNo),
            new("need.operatingRiskTransferred", FactKind.YesNo),
            new("need.directAwardsSameKindFiscalYearSek", FactKind.Money),
            new("need.intentionNotice", FactKind.YesNo),
        ]),
        (Text.Of("Routes.Group.Earlier"), [
            new("need.previousProcurement.regime", FactKind.Code, Codes: Regimes),
            new("need.previousProcurement.suitableTenders", FactKind.YesNo),
            new("need.previousProcurement.termsSubstantiallyChanged", FactKind.YesNo),
            new("need.singleSupplier.ground", FactKind.Code, Codes: [new("art", Text.Of("Routes.Single.Art")), new("technical", Text.Of("Routes.Single.Technical")), new("exclusive right", Text.Of("Routes.Single.ExclusiveRight")), new("only local", Text.Of("Routes.Single.OnlyLocal"))]),
            new("need.singleSupplier.reasonableAlternative", FactKind.YesNo),
            new("need.singleSupplier.artificialNarrowing", FactKind.YesNo),
        ]),
        (Text.Of("Routes.Group.Employment"), [
            new("need.employmentClause.linkedToSubject", FactKind.YesNo),
            new("need.employmentClause.statedInDocuments", FactKind.YesNo),
        ]),
        (Text.Of("Routes.Group.Grants"), [
            new("need.grant.counterPerformance", FactKind.YesNo), new("need.grant.equalRules", FactKind.YesNo),
            new("need.grant.generalInterest", FactKind.YesNo), new("need.grant.individuallyTargeted", FactKind.YesNo),
            new("need.grant.exceptionalReasons", FactKind.YesNo),
            new("need.iop.initiativeFromAssociation", FactKind.YesNo), new("need.iop.bothContribute", FactKind.YesNo),
            new("need.iop.detailedOrder", FactKind.YesNo), new("need.iop.paymentForService", FactKind.YesNo),
            new("need.iop.openToOthers", FactKind.YesNo),
        ]),
        (Text.Of("Routes.Group.Enterprise"), [
            new("enterprise.employed", FactKind.Number), new("enterprise.employedFromTargetGroup", FactKind.Number),
            new("enterprise.mainPurposeIntegration", FactKind.YesNo), new("enterprise.shelteredWorkshop", FactKind.YesNo),
            new("enterprise.protectedEmploymentProgramme", FactKind.YesNo),
            new("enterprise.programmeEmployed", FactKind.Number), new("enterprise.programmeFromTargetGroup", FactKind.Number),
            new("enterprise.publicControl", FactKind.YesNo), new("enterprise.publicMissionPurpose", FactKind.YesNo),
            new("enterprise.reinvestsProfit", FactKind.YesNo), new("enterprise.participatoryGovernance", FactKind.YesNo),
            new("enterprise.sameServiceAwardedUnder25Last3Years", FactKind.YesNo),
            new("enterprise.idéburenRegistered2022_900", FactKind.YesNo), new("enterprise.deregistered2022_900On", FactKind.Date), new("enterprise.exclusivelyPublicBenefitPurpose", FactKind.YesNo),
            new("enterprise.onlyPermittedValueTransfers", FactKind.YesNo), new("enterprise.purposeContributesToService", FactKind.YesNo),
            new("enterprise.nonProfit", FactKind.YesNo), new("enterprise.isTrader", FactKind.YesNo), new("enterprise.partyToFramework", FactKind.YesNo),
        ]),
    ];
}
