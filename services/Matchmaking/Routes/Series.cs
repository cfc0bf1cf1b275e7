namespace Matchmaking.Routes;

/// <summary>
/// Contracts of the same kind that come back (LOU 5 kap. 11 §): either what was bought in the last 12 months or what will be
/// in the next 12. The two are alternatives; the past is never added to the need. Goods and services only.
/// </summary>
internal static class Series
{
    public static Money Apply(NeedFacts need, string kind, Money own, List<string> citations, List<string> notes)
    {
        var last = need.RecurringSameKindSekLast12Months;
        var next = need.RecurringSameKindSekNext12Months;
        var stated = !last.IsAbsent || !next.IsAbsent;
        // Figures of a series say that there is one, unless it is denied.
        var recurring = need.Recurring.IsAbsent ? Logic.Of(stated) : need.Recurring.Answer();
        if (!need.DirectAwardsSameKindFiscalYearSek.IsAbsent && kind != Kinds.Concession)
            notes.Add("Årets direktupphandlingar av samma slag läggs inte till; den regeln togs bort ur LOU 2022-02-01.");
        if (recurring == Answer.No || kind == Kinds.Concession) return own;

        citations.Add("LOU 5 kap. 11 §");
        if (kind == Kinds.Works)
        {
            notes.Add("Regeln om återkommande köp gäller varor och tjänster, inte byggentreprenader.");
            return own;
        }
        notes.Add("Återkommande köp: antingen de senaste eller de kommande 12 månaderna av samma slag, aldrig båda och aldrig ovanpå behovet.");
        Money? series = null;
        foreach (var fact in (Fact<decimal>[])[last, next])
            if (!fact.IsAbsent) series = series is { } one ? one.Or(own.Max(fact.Money())) : own.Max(fact.Money());
        if (series is { IsExact: false, High: not null })
        {
            citations.AddRange(["LOU 5 kap. 6 §", "LOU 5 kap. 7 a §"]);
            notes.Add("De två sätten ger olika värden; sättet får inte väljas för att komma under en gräns.");
        }
        var counted = series ?? own.AndUp;
        return recurring == Answer.Yes ? counted : own.Or(counted);
    }
}
