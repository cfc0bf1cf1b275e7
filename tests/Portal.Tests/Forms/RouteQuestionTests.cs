using System.Text.Json.Nodes;
using Portal.Components;
using Portal.Pages.Routes;
using Xunit;

namespace Portal.Tests.Forms;

/// <summary>What the vägval is asked: left out is not at issue, null is unknown.</summary>
public sealed class RouteQuestionTests
{
    [Fact]
    public void What_is_not_known_is_null_and_what_is_not_at_issue_is_left_out()
    {
        var form = new FormState();
        form["need.recurring"] = RouteQuestion.Unknown;
        form["need.lovDecision"] = "nej";
        var need = RouteQuestion.From(form, [])["need"]!.AsObject();
        Assert.True(need.ContainsKey("valueSek"));
        Assert.Null(need["valueSek"]);
        Assert.True(need.ContainsKey("recurring"));
        Assert.Null(need["recurring"]);
        Assert.False(need["lovDecision"]!.GetValue<bool>());
        Assert.False(need.ContainsKey("indefinite"));
    }

    [Fact]
    public void Members_of_members_are_nested()
    {
        var form = new FormState();
        (form["valueSek"], form["need.iop.bothContribute"], form["enterprise.employed"], form["need.splitPartsSek"]) = ("650 000 kr", "ja", "12", "300 000; 250 000");
        var question = RouteQuestion.From(form, ["55330000"]);
        Assert.Equal(650_000m, question["need"]!["valueSek"]!.GetValue<decimal>());
        Assert.True(question["need"]!["iop"]!["bothContribute"]!.GetValue<bool>());
        Assert.Equal(12m, question["enterprise"]!["employed"]!.GetValue<decimal>());
        Assert.Equal([300_000m, 250_000m], question["need"]!["splitPartsSek"]!.AsArray().Select(part => part!.GetValue<decimal>()));
    }

    /// <summary>A fact that the API has and the form asks for by another name would be refused, or passed over.</summary>
    [Fact]
    public void Every_fact_of_the_form_is_one_of_the_API_s()
    {
        var schemas = JsonNode.Parse(File.ReadAllText(Path.Combine(global::Testing.Repository.Root, "docs/openapi/matchmaking.json")))!["components"]!["schemas"]!;
        var known = new Dictionary<string, string> { ["need"] = "NeedFacts", ["enterprise"] = "EnterpriseFacts", ["lot"] = "FactOfLotFacts", ["employmentClause"] = "FactOfEmploymentClauseFacts", ["previousProcurement"] = "FactOfPreviousProcurementFacts", ["singleSupplier"] = "FactOfSingleSupplierFacts", ["grant"] = "FactOfGrantFacts", ["iop"] = "FactOfPartnershipFacts" };
        Assert.All(RouteFields.Groups.SelectMany(group => group.Fields), field =>
        {
            var names = field.Path.Split('.');
            Assert.True(schemas[known[names[^2]]]!["properties"]!.AsObject().ContainsKey(names[^1]), field.Path);
        });
    }
}
