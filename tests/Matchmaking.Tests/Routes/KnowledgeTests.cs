using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Routes;
using Matchmaking.Routes;
using Xunit;

namespace Matchmaking.Tests.Routes;

/// <summary>
/// What holds for any facts: to know more may turn unknown into yes or no, never yes into no or no into yes. Each fact of each
/// case is forgotten, alone and with others, and what is still answered must be what was answered with all facts known.
/// </summary>
public class KnowledgeTests
{
    // To forget that a grant, a lot or a partnership is in question changes the question, not what is known of the answer.
    private static readonly HashSet<string> Questions = ["need.grant", "need.iop", "need.lot"];

    private static readonly List<(string Id, JsonObject Need, JsonObject? Enterprise)> Cases =
    [
        .. Directory.EnumerateFiles(RouteCases.Folder, "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray())
            // A code that does not exist is refused; nothing is answered of it.
            .Where(node => RouteEngine.UnknownCodes(node!["need"].Deserialize<NeedFacts>(JsonSerializerOptions.Web)!).Count == 0)
            .Select(node => (node!["id"]!.ToString(), node["need"]!.AsObject(), node["enterprise"] as JsonObject)),
    ];

    [Fact]
    public void To_forget_one_fact_never_turns_an_answer_round()
    {
        var compared = 0;
        foreach (var (id, need, enterprise) in Cases)
        {
            var before = Evaluate(need, enterprise);
            foreach (var path in Paths(need, enterprise))
            {
                compared++;
                AssertWeaker(before, Evaluate(Without(need, "need", [path]), Without(enterprise, "enterprise", [path])), $"{id} without {path}");
            }
        }
        Assert.True(compared > 1000);
    }

    [Fact]
    public void To_forget_several_facts_never_turns_an_answer_round()
    {
        var random = new Random(20261125);
        for (var round = 0; round < 3000; round++)
        {
            var (id, need, enterprise) = Cases[random.Next(Cases.Count)];
            var forgotten = Paths(need, enterprise).Where(_ => random.Next(3) == 0).ToList();
            AssertWeaker(Evaluate(need, enterprise), Evaluate(Without(need, "need", forgotten), Without(enterprise, "enterprise", forgotten)),
                $"{id} without {string.Join(", ", forgotten)}");
        }
    }

    [Fact]
    public void Nothing_known_opens_nothing()
    {
        static T AllUnknown<T>() => JsonSerializer.Deserialize<T>(new JsonObject(typeof(T).GetProperties().Select(property => KeyValuePair.Create(
            property.GetCustomAttributes(false).OfType<System.Text.Json.Serialization.JsonPropertyNameAttribute>().FirstOrDefault()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name), (JsonNode?)null))), JsonSerializerOptions.Web)!;
        foreach (var enterprise in (EnterpriseFacts?[])[null, AllUnknown<EnterpriseFacts>()])
            Assert.DoesNotContain(RouteEngine.Evaluate(new RouteInput(AllUnknown<NeedFacts>(), enterprise), RouteCase.DefaultDate).Routes, route => route.Answer == Answer.Yes);
    }

    [Theory]
    [InlineData("90910000", "service")]
    [InlineData("85312510", "service")]
    [InlineData("45210000", "works")]
    public void A_higher_value_never_reopens_direct_award_nor_closes_the_directive(string cpv, string kind)
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 300).Select(_ => Math.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(4, 9))), 2))
            .Concat([699_999.99m, 700_000, 2_451_815.99m, 2_451_816, 8_513_249.99m, 8_513_250, 61_340_804]).Order();
        var (direct, directive) = (Answer.Yes, Answer.No);
        foreach (var value in values)
        {
            var assessment = RouteEngine.Evaluate(new RouteInput(new NeedFacts { Kind = kind, Cpv = Fact<IReadOnlyList<string>>.Known([cpv]), ValueSek = value }), RouteCase.DefaultDate);
            Assert.True(assessment[RouteCodes.DirectAward].Answer <= direct);
            Assert.True(assessment[RouteCodes.Directive].Answer >= directive);
            // For a known purchase exactly one of the three holds.
            Assert.Single(new[] { RouteCodes.DirectAward, RouteCodes.Advertised, RouteCodes.Directive }, route => assessment[route].Answer == Answer.Yes);
            (direct, directive) = (assessment[RouteCodes.DirectAward].Answer, assessment[RouteCodes.Directive].Answer);
        }
        Assert.Equal(Answer.No, direct);
    }

    private static Assessment Evaluate(JsonObject need, JsonObject? enterprise) => RouteEngine.Evaluate(new RouteInput(
        need.Deserialize<NeedFacts>(JsonSerializerOptions.Web)!, enterprise.Deserialize<EnterpriseFacts>(JsonSerializerOptions.Web)), RouteCase.DefaultDate);

    private static void AssertWeaker(Assessment all, Assessment less, string what)
    {
        foreach (var route in less.Routes.Where(route => route.Answer != Answer.Unknown))
            Assert.True(all[route.Route].Answer == route.Answer, $"{what}: {route.Route} is {route.Answer}, with all facts {all[route.Route].Answer}");
    }

    private static IEnumerable<string> Paths(JsonObject need, JsonObject? enterprise) =>
        need.SelectMany(member => member.Value is JsonObject inner
                ? inner.Select(nested => $"need.{member.Key}.{nested.Key}").Append($"need.{member.Key}")
                : [$"need.{member.Key}"])
            .Concat(enterprise?.Select(member => $"enterprise.{member.Key}") ?? [])
            .Where(path => !Questions.Contains(path));

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(facts))]
    private static JsonObject? Without(JsonObject? facts, string root, IEnumerable<string> paths)
    {
        var copy = facts?.DeepClone().AsObject();
        foreach (var path in paths)
        {
            var names = path.Split('.');
            if (copy is null || names[0] != root) continue;
            if (names.Length == 2) copy[names[1]] = null;
            else if (copy[names[1]] is JsonObject inner) inner[names[2]] = null;
        }
        return copy;
    }
}
