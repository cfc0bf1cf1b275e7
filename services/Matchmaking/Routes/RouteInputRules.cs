using ServiceDefaults;

namespace Matchmaking.Routes;

/// <summary>What the facts of an assessment must look like; a fault is named, never guessed around.</summary>
internal static class RouteInputRules
{
    private const decimal MostSek = 1_000_000_000_000;

    public static InvalidParameter[] Check(RouteInput input)
    {
        List<InvalidParameter> invalid = [];
        if (input.Need is not { } need) return [new InvalidParameter("need", "Behovet saknas.")];

        foreach (var code in RouteEngine.UnknownCodes(need)) invalid.Add(new("need.cpv", $"CPV-koden {code} finns inte."));
        if (need.Kind.IsKnown && !Kinds.All.Contains(need.Kind.Value)) invalid.Add(new("need.kind", "Ange service, goods, works eller concession."));
        if (need.FrameworkRegime.IsKnown && need.FrameworkRegime.Value != Regimes.Directive && !Regimes.Is19(need.FrameworkRegime.Value))
            invalid.Add(new("need.frameworkRegime", "Ange directive eller 19 kap."));
        // An extension whose value is passed over would make the contract look smaller than it is (LOU 5:3).
        if (need.ExtensionMonths is { IsKnown: true, Value: > 0 } && need.OptionsSek.IsAbsent && need.MonthlySek.IsAbsent && need.FrameworkMaxValueSek.IsAbsent)
            invalid.Add(new("need.optionsSek", "Ange förlängningens värde, eller null om det är okänt."));

        // Two figures that cannot both be right are asked about: the lower one would open what the higher one closes.
        if (need is { EstablishesFramework: { IsKnown: true, Value: true }, ValueSek.IsKnown: true, FrameworkMaxValueSek.IsKnown: true } && need.ValueSek.Value > need.FrameworkMaxValueSek.Value)
            invalid.Add(new("need.frameworkMaxValueSek", "Takvärdet är lägre än det som ska köpas."));
        if (need is { ValueSek.IsKnown: true, Parts.Value: { } parts, OptionsSek.IsUnknown: false, Lot.IsAbsent: true }
            && parts.Where(part => part.ValueSek is { IsKnown: true, Value: > 0 and <= MostSek }).Sum(part => part.ValueSek.Value) > need.ValueSek.Value + need.OptionsSek.Value)
            invalid.Add(new("need.parts", "Delarna är tillsammans större än hela värdet."));

        (string Name, Fact<decimal> Amount)[] amounts =
        [
            ("valueSek", need.ValueSek), ("valueInclVatSek", need.ValueInclVatSek), ("optionsSek", need.OptionsSek), ("monthlySek", need.MonthlySek),
            ("recurringSameKindSekLast12Months", need.RecurringSameKindSekLast12Months),
            ("recurringSameKindSekNext12Months", need.RecurringSameKindSekNext12Months),
            ("directAwardsSameKindFiscalYearSek", need.DirectAwardsSameKindFiscalYearSek),
            ("otherUnitsSameNeedSek", need.OtherUnitsSameNeedSek), ("frameworkMaxValueSek", need.FrameworkMaxValueSek),
        ];
        if (need.Lot.Value is { } lot)
            amounts = [.. amounts, ("lot.lotValueSek", lot.LotValueSek), ("lot.smallLotsSumSek", lot.SmallLotsSumSek), ("lot.allLotsSumSek", lot.AllLotsSumSek)];
        amounts = [.. amounts, .. (need.Parts.Value ?? []).Select((part, at) => ($"parts[{at}].valueSek", part.ValueSek))];
        foreach (var (name, amount) in amounts)
            if (amount.IsKnown && amount.Value is < 0 or > MostSek) invalid.Add(new($"need.{name}", "Ange ett belopp i kronor, noll eller mer."));
        if (need.VatPercent is { IsKnown: true, Value: < 0 or > 100 }) invalid.Add(new("need.vatPercent", "Ange momsen i procent, 0–100."));
        if (need.Months is { IsKnown: true, Value: < 0 or > 1200 }) invalid.Add(new("need.months", "Ange antalet månader."));
        if (need.ExtensionMonths is { IsKnown: true, Value: < 0 or > 1200 }) invalid.Add(new("need.extensionMonths", "Ange antalet månader."));
        if (need.SplitPartsSek.Value is { } split && split.Any(part => part is < 0 or > MostSek))
            invalid.Add(new("need.splitPartsSek", "Ange belopp i kronor, noll eller mer."));

        if (input.Enterprise is not { } enterprise) return [.. invalid];
        (string Name, Fact<decimal> Count)[] counts =
        [
            ("employed", enterprise.Employed), ("employedFromTargetGroup", enterprise.EmployedFromTargetGroup),
            ("programmeEmployed", enterprise.ProgrammeEmployed), ("programmeFromTargetGroup", enterprise.ProgrammeFromTargetGroup),
        ];
        foreach (var (name, count) in counts)
            if (count.IsKnown && count.Value is < 0 or > 1_000_000) invalid.Add(new($"enterprise.{name}", "Ange ett antal, noll eller mer."));
        if (enterprise is { Employed.IsKnown: true, EmployedFromTargetGroup.IsKnown: true } && enterprise.EmployedFromTargetGroup.Value > enterprise.Employed.Value)
            invalid.Add(new("enterprise.employedFromTargetGroup", "Fler ur målgruppen än sysselsatta."));
        if (enterprise is { ProgrammeEmployed.IsKnown: true, ProgrammeFromTargetGroup.IsKnown: true } && enterprise.ProgrammeFromTargetGroup.Value > enterprise.ProgrammeEmployed.Value)
            invalid.Add(new("enterprise.programmeFromTargetGroup", "Fler ur målgruppen än deltagare i programmet."));
        return [.. invalid];
    }
}
