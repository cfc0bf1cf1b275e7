using FsCheck;
using FsCheck.Fluent;
using Matchmaking.Matching;
using Xunit;

namespace Matchmaking.Tests.Matching;

/// <summary>What holds for every set of needs and enterprises, whatever they say.</summary>
public class ScorePropertyTests
{
    private static readonly string[] Phrases =
    [
        "vi städar kontor", "tvätt av bilar", "arbetskläder ska tvättas", "snöröjning vid skolan", "hemkörning av mat", "kafé med lunch", "flytt av möbler",
        "reparation av cyklar", "daglig verksamhet enligt LSS", "xyzzy plugh", "gräsklippning och häckar", "barnen halkar på isen", "vi kör inte taxi", "",
    ];

    private static readonly Gen<MatchNeed> Needs =
        from id in Gen.Choose(1, 30)
        from text in Gen.Elements(Phrases).ListOf(2)
        from at in Gen.Elements("1280", "2361", "2480", "9999")
        from value in Gen.Elements<decimal?>(null, 0, 100_000, 2_000_000)
        from cpv in Gen.Elements<string[]>([], ["90910000"], ["98310000", "90620000"])
        select Samples.Need(id, string.Join(". ", text), at, value, cpv);

    private static readonly Gen<MatchEnterprise> Enterprises =
        from id in Gen.Choose(1, 30)
        from text in Gen.Elements(Phrases).ListOf(3)
        from home in Gen.Elements("1280", "1283", "2326", "0360")
        from area in Gen.Elements("national", "counties", "radius", "municipalities", "nonsense")
        from code in Gen.Elements<string[]>([], ["12"], ["1280", "2361"])
        from largest in Gen.Elements<decimal?>(null, 50_000, 900_000)
        from cpv in Gen.Elements<string[]>([], ["90911300"], ["50112300"])
        from days in Gen.Elements(0, 200, 400, 600)
        select Samples.Enterprise(id, string.Join(". ", text), home, area, code, 60, largest, cpv, daysOld: days);

    private static readonly Gen<Lesson> Lessons =
        from enterprise in Gen.Choose(1, 30)
        from offer in Gen.Choose(1, 30)
        from offered in Gen.Elements(null, "städning")
        from kind in Gen.Elements(LessonKind.Capacity, LessonKind.Distance, LessonKind.WrongTrade)
        from at in Gen.Elements("1280", "2361", "9999")
        from value in Gen.Elements<decimal?>(null, 100_000, 900_000)
        from asked in Gen.Elements(null, "städning", "bygdens okända yrke")
        from days in Gen.Elements(-1, 0, 300, 729, 731)
        select new Lesson(Samples.Id(2, enterprise), Samples.Id(3, offer), offered, kind, at, value, asked, Samples.Now.AddDays(-days));

    private static readonly Arbitrary<(MatchNeed[] Needs, MatchEnterprise[] Enterprises, Lesson[] Lessons)> Markets =
        (from needs in Needs.ArrayOf() from enterprises in Enterprises.ArrayOf() from lessons in Lessons.ArrayOf()
         select (needs.DistinctBy(n => n.Id).ToArray(), enterprises.DistinctBy(e => e.Id).ToArray(), lessons)).ToArbitrary();

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void Both_directions_give_the_same_pairs_with_the_same_scores() => Check(market =>
    {
        using var index = Samples.Index([.. market.Lessons, .. market.Needs, .. market.Enterprises]);
        var forNeeds = market.Needs.SelectMany(n => index.ForNeed(n.Id, 100)).Select(Told).Order();
        var forEnterprises = market.Enterprises.SelectMany(e => index.ForEnterprise(e.Id, 100)).Select(Told).Order();
        return forNeeds.SequenceEqual(forEnterprises);
    });

    [Fact]
    public void The_order_of_arrival_and_earlier_editions_leave_no_trace() => Check(market =>
    {
        using var straight = Samples.Index([.. market.Lessons, .. market.Needs, .. market.Enterprises]);
        using var roundabout = Samples.Index([.. market.Lessons.Reverse(), .. market.Enterprises.Select(e => e with { Presentation = "snöröjning", Offers = [] }), .. market.Needs.Reverse()]);
        foreach (var enterprise in market.Enterprises.Reverse()) roundabout.Put(enterprise);
        foreach (var need in market.Needs.Take(2)) { roundabout.RemoveNeed(need.Id); roundabout.Put(need); }
        return market.Needs.All(n => straight.ForNeed(n.Id, 5).Select(Told).SequenceEqual(roundabout.ForNeed(n.Id, 5).Select(Told)));
    });

    [Fact]
    public void Parts_add_up_to_a_score_between_0_and_1_with_reasons_and_version() => Check(market =>
    {
        using var index = Samples.Index([.. market.Lessons, .. market.Needs, .. market.Enterprises]);
        return market.Needs.SelectMany(n => index.ForNeed(n.Id, 100)).All(m =>
            Math.Abs(m.Parts.Values.Sum() - m.Score) < 1e-6 && m.Score is >= 0 and <= 1 && m.Reasons.Count >= 2 && m.Version == index.Version);
    });

    [Fact]
    public void A_shorter_list_is_the_beginning_of_the_longer() => Check(market =>
    {
        using var index = Samples.Index([.. market.Lessons, .. market.Needs, .. market.Enterprises]);
        return market.Needs.All(n => index.ForNeed(n.Id, 100).Take(3).Select(Told).SequenceEqual(index.ForNeed(n.Id, 3).Select(Told)));
    });

    [Fact]
    public void The_search_leaves_out_nobody_whom_looking_at_every_pair_would_find() => Check(market =>
    {
        using var index = Samples.Index([.. market.Lessons, .. market.Needs, .. market.Enterprises]);
        return market.Needs.All(n => new[] { 1, 4, 100 }.All(top => index.ForNeed(n.Id, top).Select(Told)
                .SequenceEqual(Every(market.Enterprises.Select(e => index.Between(n.Id, e.Id)), m => m.EnterpriseId, top))))
            && market.Enterprises.All(e => new[] { 1, 4, 100 }.All(top => index.ForEnterprise(e.Id, top).Select(Told)
                .SequenceEqual(Every(market.Needs.Select(n => index.Between(n.Id, e.Id)), m => m.NeedId, top))));
    });

    private static IEnumerable<(Guid, Guid, Guid, double, string)> Every(IEnumerable<Match?> all, Func<Match, Guid> counterpart, int top) =>
        all.OfType<Match>().OrderByDescending(m => m.Score).ThenBy(counterpart).Take(top).Select(Told);

    private static (Guid, Guid, Guid, double, string) Told(Match match) =>
        (match.NeedId, match.EnterpriseId, match.OfferId, match.Score, string.Join('|', match.Reasons));

    private static void Check(Func<(MatchNeed[] Needs, MatchEnterprise[] Enterprises, Lesson[] Lessons), bool> holds) =>
        FsCheck.Check.One(Often, Prop.ForAll(Markets, holds));
}
