namespace Matchmaking.Routes;

/// <summary>The value that the limits are compared with.</summary>
/// <param name="Total">What is known of it.</param>
/// <param name="Citations">Paragraphs that it was computed by.</param>
/// <param name="Notes">How, in Swedish.</param>
internal sealed record Valuation(Money Total, IReadOnlyList<string> Citations, IReadOnlyList<string> Notes);

/// <summary>The value by the law's own rules (LOU 5 kap., LUK 5 kap.), before it is compared with any limit.</summary>
internal static class ContractValue
{
    public static Valuation Of(NeedFacts need, string kind, RuleBook rules, DateOnly? date)
    {
        List<string> citations = kind == Kinds.Concession
            ? ["LUK 5 kap. 2 §", "LUK 5 kap. 5 §", "LUK 5 kap. 4 §"]
            : ["LOU 5 kap. 3 §", "LOU 5 kap. 5 §"];
        List<string> notes = [];
        if (need.ValueInclVatSek.IsKnown && !need.ValueSek.IsKnown) notes.Add("Värdet räknas utan moms.");
        if (need.OptionsSek is { IsKnown: true, Value: > 0 }) notes.Add("Optioner och förlängningar räknas med, som om de utnyttjas.");

        if (kind == Kinds.Works)
        {
            citations.Add("LOU 5 kap. 9 §");
            notes.Add("I en byggentreprenad räknas också varor och tjänster som kommunen tillhandahåller och som behövs (5 kap. 9 §).");
        }
        var own = Periodic.Apply(need, kind, Stated(need), rules, date, citations, notes);
        own = Framework(need, own, citations, notes);
        own = Split(need, own, citations, notes);
        own = Lots(need, own, citations);
        var total = OtherUnits(need, own, citations, notes);
        total = Series.Apply(need, kind, total, citations, notes);
        // Nothing said of the value is no value of nothing.
        if (total == Money.Exactly(0) && !need.ValueSek.IsKnown && !need.ValueInclVatSek.IsKnown) total = Money.Unknown;
        return new Valuation(total, citations, notes);
    }

    /// <summary>The contract's stated value without options, or null when none is stated.</summary>
    private static Money? Stated(NeedFacts need)
    {
        if (Whole(need) is { } whole) return whole;
        if (need.Parts.Value is { Count: > 0 } parts)
            return parts.Aggregate(Money.Exactly(0), (sum, part) => sum + (part.ValueSek.IsKnown ? part.ValueSek.Money() : Money.Unknown));
        return need.ValueSek.IsUnknown || need.ValueInclVatSek.IsUnknown ? Money.Unknown : null;
    }

    /// <summary>The value stated of the contract as a whole.</summary>
    private static Money? Whole(NeedFacts need)
    {
        if (need.ValueSek.IsKnown) return need.ValueSek.Money();
        if (need.ValueInclVatSek.IsKnown)
        {
            if (need.ValueInclVatSek.Value is var gross && gross < 0) return Money.Unknown;
            // Without the rate, the highest Swedish rate bounds the value from below.
            return need.VatPercent is { IsKnown: true, Value: >= 0 } ? Money.Exactly(gross / (1 + need.VatPercent.Value / 100)) : new Money(gross / 1.25m, gross);
        }
        return null;
    }

    /// <summary>A framework agreement counts with its highest total value (5 kap. 14 §).</summary>
    private static Money Framework(NeedFacts need, Money own, List<string> citations, List<string> notes)
    {
        // A ceiling says that a framework agreement is being made, unless one exists already or it is denied.
        var establishes = need.EstablishesFramework.IsAbsent ? Logic.Of(!need.FrameworkMaxValueSek.IsAbsent && need.FrameworkAgreementCovers.IsAbsent) : need.EstablishesFramework.Answer();
        if (establishes == Answer.No) return own;
        citations.Add("LOU 5 kap. 14 §");
        if (need.FrameworkMaxValueSek.IsAbsent) return own;
        notes.Add("Ramavtal räknas med sitt takvärde.");
        var ceiling = need.FrameworkMaxValueSek.Money();
        if (ceiling.High is null) ceiling = own.AndUp;
        return establishes == Answer.Yes ? ceiling : own.Or(ceiling);
    }

    /// <summary>
    /// What one need was split into is one value (5 kap. 7 a §). Parts split for another reason may be procurements of their own or
    /// not, which the text leaves to judgement: either value may be the right one.
    /// </summary>
    private static Money Split(NeedFacts need, Money own, List<string> citations, List<string> notes)
    {
        if (!need.SplitPartsSek.IsKnown)
        {
            if (!need.SplitPartsSek.IsUnknown && need.SplitToAvoidAdvertising.Answer() == Answer.No) return own;
            citations.Add("LOU 5 kap. 7 a §");
            return own.AndUp;
        }
        citations.AddRange(["LOU 5 kap. 7 a §", "LOU 5 kap. 7 §", "LOU 5 kap. 6 §"]);
        var parts = need.SplitPartsSek.Value!;
        var sum = parts.Aggregate(Money.Exactly(0), (total, part) => total + (part is { } amount ? Money.Exactly(amount) : Money.Unknown));
        // The stated value is one of the parts or the whole; where it is neither, the parts may come on top of it.
        var together = own == Money.Exactly(0) || own.High <= sum.Low && (own == sum || parts.Any(part => own == Money.Exactly(part ?? -1)))
            ? sum
            : own.Max(sum).Or(own + sum);
        notes.Add("Delar av samma behov läggs ihop.");
        var alone = own == Money.Exactly(0) && parts.Count > 0 ? Money.Exactly(parts.Max(part => part ?? 0)).Or(sum) : own;
        return need.SplitToAvoidAdvertising is { IsKnown: true, Value: false } or { IsUnknown: true } ? alone.Or(together) : together;
    }

    /// <summary>Lots of one procurement count together (5 kap. 8 §).</summary>
    private static Money Lots(NeedFacts need, Money own, List<string> citations)
    {
        if (need.Lot.IsAbsent) return own;
        citations.Add("LOU 5 kap. 8 §");
        if (need.Lot.Value is not { } lot) return own.AndUp;
        // Whether the options of this lot are in the sum already is not said.
        if (lot.AllLotsSumSek.IsKnown) return Money.Exactly(lot.AllLotsSumSek.Value).Or(Money.Exactly(lot.AllLotsSumSek.Value) + need.OptionsSek.Money());
        // A value above the lot's own is that of the whole; else the other lots are not counted yet.
        return lot.AllLotsSumSek.IsAbsent && own.Low > 0 && own.Low > lot.LotValueSek.Money().High ? own : own.Max(lot.LotValueSek.Money()).Max(lot.SmallLotsSumSek.Money()).AndUp;
    }

    /// <summary>The whole authority's need counts, unless the unit is independently responsible (5 kap. 4 §).</summary>
    private static Money OtherUnits(NeedFacts need, Money own, List<string> citations, List<string> notes)
    {
        if (need.OtherUnitsSameNeedSek.IsAbsent) return own;
        citations.Add("LOU 5 kap. 4 §");
        var all = own + need.OtherUnitsSameNeedSek.Money();
        var independent = need.UnitsProcureIndependently.Answer();
        if (independent != Answer.Yes) notes.Add("Andra enheters köp av samma slag läggs till, om inte enheten själv ansvarar för sin upphandling.");
        return independent switch { Answer.Yes => own, Answer.No => all, _ => own.Or(all) };
    }
}
