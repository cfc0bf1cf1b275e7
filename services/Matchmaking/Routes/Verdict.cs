namespace Matchmaking.Routes;

/// <summary>A way the stated facts may turn out: one class, and what is then known of the value.</summary>
internal sealed record World(ContractClass Class, Valuation Value);

/// <summary>The answers of the value rules in one world.</summary>
internal sealed record Verdict(Answer Direct, Answer Advertised, Answer Directive)
{
    private static readonly Verdict None = new(Answer.No, Answer.No, Answer.No);

    /// <summary>Direct award, 19 kap. or the directive's rules, by value and by the other grounds of 19 a kap.</summary>
    /// <param name="world">Class and value.</param>
    /// <param name="need">The need, for its lot.</param>
    /// <param name="ground">Whether a ground for direct award other than the value holds.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="date">The day of the value.</param>
    public static Verdict Of(World world, NeedFacts need, Answer ground, RuleBook rules, DateOnly? date)
    {
        if (world.Class is ContractClass.Concession or ContractClass.NoProcurement or ContractClass.Exempt) return None;
        var value = world.Value.Total;
        var annex = world.Class == ContractClass.Annex2;
        var direct = rules.Limit(DirectLimit(world.Class), date)?.AmountSek;
        var reaches = Logic.Not(value.Below(rules.Limit(Threshold(world.Class), date)?.AmountSek));
        var whole = Standard(value.Below(direct), annex ? Answer.No : reaches, ground);

        var exempt = ExemptLot(need, world.Class, value, reaches, rules, date);
        if (exempt == Answer.No) return whole;
        // A small lot follows 19 or 19 a kap. (5:8 st 3); whether its own value alone opens direct award is not spelled out.
        var below = need.Lot.Value is { } lot ? lot.LotValueSek.Money().Below(direct) : Answer.Unknown;
        var alone = Standard(Logic.And(below, Answer.Unknown), Answer.No, ground);
        return exempt == Answer.Yes ? alone : new Verdict(
            Logic.Merge([whole.Direct, alone.Direct]),
            Logic.Merge([whole.Advertised, alone.Advertised]),
            Logic.Merge([whole.Directive, alone.Directive]));
    }

    public static string Threshold(ContractClass contract) => contract switch
    {
        ContractClass.Annex2 => "lou.annex-2",
        ContractClass.Works => "lou.works",
        ContractClass.Concession => "luk.concession",
        _ => "lou.goods-services",
    };

    public static string DirectLimit(ContractClass contract) => contract switch
    {
        ContractClass.Annex2 => "lou.annex-2",
        ContractClass.Concession => "luk.direct-award",
        _ => "lou.direct-award",
    };

    public static string LotLimit(ContractClass contract) => contract == ContractClass.Works ? "lou.lot-works" : "lou.lot";

    private static Verdict Standard(Answer below, Answer directive, Answer ground)
    {
        var permitted = Logic.Or(below, ground);
        return new Verdict(
            Logic.And(Logic.Not(directive), permitted),
            Logic.And(Logic.Not(directive), Logic.Not(permitted)),
            directive);
    }

    private static Answer ExemptLot(NeedFacts need, ContractClass contract, Money total, Answer reaches, RuleBook rules, DateOnly? date)
    {
        if (need.Lot.IsAbsent) return Answer.No;
        if (need.Lot.Value is not { } lot) return Logic.And(reaches, Answer.Unknown);
        // Options count in a lot as in a contract (5:3); whether its stated value holds them is not said.
        var own = lot.LotValueSek.Money().Or(lot.LotValueSek.Money() + need.OptionsSek.Money());
        var small = lot.SmallLotsSumSek.Money().Max(own);
        var share = rules.Number("lou.small-lots-share", date) ?? 0;
        // "More than 20 percent" brings all of them back; exactly 20 does not.
        var withinShare = small.High <= total.Low * share ? Answer.Yes : small.Low > total.High * share ? Answer.No : Answer.Unknown;
        return Logic.And(reaches, own.Below(rules.Limit(LotLimit(contract), date)?.AmountSek), withinShare);
    }
}
