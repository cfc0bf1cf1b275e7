namespace Matchmaking.Routes;

/// <summary>Contracts with a price a month (LOU 5 kap. 10 and 13 §§) and their extensions.</summary>
internal static class Periodic
{
    public static Money Apply(NeedFacts need, string kind, Money? stated, RuleBook rules, DateOnly? date, List<string> citations, List<string> notes)
    {
        var options = need.OptionsSek.Money();
        if (need.MonthlySek.IsAbsent)
            return stated is { } known ? known + options : HasOtherBase(need) ? options : Money.Unknown;

        var monthly = need.MonthlySek.Money();
        var most = rules.Number("lou.most-months", date) ?? 48;
        var term = Term(need);
        // The extension is in the term already; only what the options hold beyond it is added.
        var extension = monthly.High * need.ExtensionMonths.Money().High;
        var beyond = new Money(extension is { } e ? Math.Max(0, options.Low - e) : 0,
            options.High is { } high ? Math.Max(0, high - monthly.Low * need.ExtensionMonths.Money().Low) : null);
        var whole = stated is { High: not null } total ? total + options : monthly.Times(term) + beyond;
        var capped = monthly * most + beyond;
        var indefinite = need.Indefinite.Answer();
        if (kind is Kinds.Works or Kinds.Concession) return indefinite == Answer.No ? whole : whole.Or(monthly.AndUp);

        citations.Add(kind == Kinds.Service ? "LOU 5 kap. 13 §" : "LOU 5 kap. 10 §");
        if (kind == Kinds.Goods && indefinite != Answer.Yes && term.Above(rules.Number("lou.lease-months", date)) != Answer.No)
            notes.Add("Hyr ni varan längre än tolv månader räknas också vad den är värd när hyran är slut (5 kap. 10 §). Ange då hela värdet i stället för en månadskostnad.");
        if (kind == Kinds.Goods) return indefinite switch { Answer.No => whole, Answer.Yes => capped, _ => whole.Or(capped) };

        notes.Add("Utan totalpris räknas hela tiden, dock högst 48 månader.");
        var longer = Logic.Or(indefinite, term.Above(most));
        var withoutTotal = longer switch { Answer.Yes => capped, Answer.No => whole, _ => whole.Min(capped).Or(capped) };
        // With an indefinite term there is no total to state.
        if (indefinite == Answer.Yes) return capped;
        return need.TotalPriceStated.Answer() switch { Answer.No => withoutTotal, Answer.Yes => whole, _ => withoutTotal.Or(whole) };
    }

    private static Money Term(NeedFacts need) => need.Months.IsAbsent ? Money.Unknown : need.Months.Money() + need.ExtensionMonths.Money();

    /// <summary>The value is said in another way: as a series, a ceiling, lots or parts of a split.</summary>
    private static bool HasOtherBase(NeedFacts need) =>
        !need.FrameworkMaxValueSek.IsAbsent || !need.SplitPartsSek.IsAbsent || !need.Lot.IsAbsent
        || need.RecurringSameKindSekLast12Months.IsKnown || need.RecurringSameKindSekNext12Months.IsKnown;
}
