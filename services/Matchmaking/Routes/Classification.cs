namespace Matchmaking.Routes;

/// <summary>Which rules a contract is procured by.</summary>
internal enum ContractClass
{
    /// <summary>Goods and services that are not in bilaga 2.</summary>
    General,

    /// <summary>Services in bilaga 2.</summary>
    Annex2,

    /// <summary>Building works.</summary>
    Works,

    /// <summary>A concession (LUK).</summary>
    Concession,

    /// <summary>Nothing is acquired, so none of these acts applies.</summary>
    NoProcurement,

    /// <summary>Rescue services and civil defence by a non-profit organisation, exempt from LOU (3 kap. 26 §).</summary>
    Exempt,
}

/// <summary>Finds the class; a mixed contract follows the part of the highest value, not the first code (LOU 2 kap. 2 §).</summary>
internal static class Classification
{
    /// <summary>The kinds that the need may be of.</summary>
    public static IReadOnlyList<string> KindsOf(NeedFacts need)
    {
        if (need.Kind.IsKnown && Kinds.All.Contains(need.Kind.Value)) return [need.Kind.Value!];
        if (!need.Kind.IsAbsent) return Kinds.All;
        var codes = Codes(need);
        return codes.Count == 0 ? [Kinds.Service, Kinds.Goods, Kinds.Works] : [.. codes.Select(CpvCodes.KindOf).Distinct()];
    }

    /// <summary>The codes of the need and of its parts, eight digits each.</summary>
    public static IReadOnlyList<string> Codes(NeedFacts need) =>
        [.. (need.Cpv.Value ?? []).Concat((need.Parts.Value ?? []).Select(part => part.Cpv.Value).OfType<string>())
            .Select(CpvCodes.Find).OfType<string>().Distinct()];

    /// <summary>The classes that a contract of that kind may have.</summary>
    public static IReadOnlyList<ContractClass> Of(NeedFacts need, string kind, RuleBook rules, DateOnly? date)
    {
        if (kind == Kinds.Works) return [ContractClass.Works];
        if (kind == Kinds.Concession) return [ContractClass.Concession];
        bool? InAnnex(string code) => rules.Lists("lou.annex-2", code, date) switch { Answer.Yes => true, Answer.No => false, _ => null };
        if (need.Parts.Value is { Count: > 0 } parts) return ByHighestValue(parts, InAnnex);

        var codes = Codes(need);
        if (codes.Count == 0) return kind == Kinds.Goods ? [ContractClass.General] : [ContractClass.General, ContractClass.Annex2];
        // Bilaga 2 lists services: goods with a service code are goods, unless codes of both say that it is mixed.
        if (kind == Kinds.Goods && codes.All(code => CpvCodes.KindOf(code) == codes.Select(CpvCodes.KindOf).First()))
            return [ContractClass.General];
        var inAnnex = codes.Select(InAnnex).Distinct().ToList();
        return inAnnex switch
        {
            [true] => [ContractClass.Annex2],
            [false] => [ContractClass.General],
            _ => [ContractClass.General, ContractClass.Annex2],
        };
    }

    private static ContractClass[] ByHighestValue(IReadOnlyList<PartFacts> parts, Func<string, bool?> inAnnex)
    {
        // A part that nobody has valued is not the rest of the sum: the sum may be an estimate of its own, and only values decide.
        Money Value(PartFacts part) => part.ValueSek.IsKnown ? Money.Exactly(part.ValueSek.Value) : Money.Unknown;
        Dictionary<string, Money> groups = [];
        foreach (var part in parts)
        {
            if (part.Cpv.Value is not { } code || CpvCodes.Find(code) is not { } cpv || inAnnex(cpv) is not { } annex)
                return [ContractClass.General, ContractClass.Annex2];
            var group = annex ? "annex" : CpvCodes.KindOf(cpv);
            groups[group] = groups.GetValueOrDefault(group, Money.Exactly(0)) + Value(part);
        }
        var special = groups.GetValueOrDefault("annex", Money.Exactly(0));
        var others = groups.Where(group => group.Key != "annex").Select(group => group.Value).ToList();
        if (others.Count == 0) return [ContractClass.Annex2];
        if (!groups.ContainsKey("annex")) return [ContractClass.General];
        // Bilaga 2 must outweigh all the rest together to be certain, and lose to a single other part to be certainly not.
        var rest = others.Aggregate(Money.Exactly(0), (sum, value) => sum + value);
        if (special.Low > rest.High) return [ContractClass.Annex2];
        return others.Any(value => value.Low > special.High) ? [ContractClass.General] : [ContractClass.General, ContractClass.Annex2];
    }
}
