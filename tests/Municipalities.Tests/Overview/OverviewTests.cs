using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Journeys;
using Municipalities.Overview;
using Municipalities.Tests.Baselines;
using Municipalities.Tests.Collaborations;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Overview;

/// <summary>The network lead's overview, what is overdue and the report, on the demonstration alone.</summary>
public sealed class OverviewTests(Service service) : IAsyncLifetime
{
    private ServiceHost<Program> host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await service.StartAsync(new() { ["Seed:Demonstration"] = "true" });
        await Service.SeedAsync(host);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<T> Get<T>(HttpClient reader, string path) => await (await reader.GetAsync($"/municipalities/v1/{path}")).ReadAsync<T>();

    private HttpClient Network => host.As(Roles.NetworkLead, "skr");

    [Fact]
    public async Task The_overview_lists_all_by_name_says_who_is_stuck_and_what_gaps_are_shared()
    {
        var seen = await Get<GetOverview.Response>(Network, "network-overview");
        Assert.Equal(["Helsingborg", "Hudiksvall", "Härjedalen", "Karlstad", "Laxå", "Malmö", "Mölndal", "Söderhamn", "Sölvesborg", "Tierp", "Uddevalla", "Umeå"], seen.Municipalities.Select(row => row.Name));
        var harjedalen = seen.Municipalities.Single(row => row.Code == "2361");
        Assert.True(harjedalen.Stuck);
        Assert.True(harjedalen.Overdue > 0);
        // Mölndal assessed 14 months ago and has not begun; Sölvesborg two months ago and has done nothing wrong.
        Assert.True(seen.Municipalities.Single(row => row.Code == "1481").Stuck);
        Assert.False(seen.Municipalities.Single(row => row.Code == "1083").Stuck);
        Assert.Contains("ingen resa har börjat", seen.Municipalities.Single(row => row.Code == "1481").Reasons[0], StringComparison.Ordinal);
        // Sölvesborg shares nothing, so its low levels are in no gap: purchasing is shared by eight, of whom three are below level 3.
        var purchasing = seen.SharedGaps.Single(gap => gap.Dimension == "purchasing");
        Assert.Equal((8, 3), (purchasing.Sharing, purchasing.Below));
        Assert.Equal((3, "fran-behov-till-affar"), (purchasing.Codes.Count, purchasing.Chapter));
        Assert.DoesNotContain("1083", seen.SharedGaps.SelectMany(gap => gap.Codes));
        Assert.All(seen.SharedGaps, gap => Assert.InRange(gap.Lowest, 0, gap.Below));
        Assert.True(seen.SharedGaps.Zip(seen.SharedGaps.Skip(1)).All(pair => pair.First.Below >= pair.Second.Below));
        Assert.Contains(seen.DataQuality, flaw => flaw.Code == "1481" && flaw.Text.Contains("tolv månader", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(GetOverview.Row).GetProperties(), property => property.Name.Contains("Level", StringComparison.Ordinal) || property.Name.Contains("Mean", StringComparison.Ordinal));
        Assert.True((await Get<GetOverview.Response>(Network, "network-overview?stuckAfterDays=1")).Municipalities.Count(row => row.Stuck) > seen.Municipalities.Count(row => row.Stuck));
        await (await host.As(Roles.DevelopmentLead, "1280").GetAsync("/municipalities/v1/network-overview")).ReadProblemAsync(403, "overview/not-allowed");
    }

    [Fact]
    public async Task What_a_municipality_has_not_shared_shows_nowhere_not_even_as_a_flaw()
    {
        // Solna has neither begun nor is it a pilot: only its collaboration could bring it here.
        var lead = host.As(Roles.DevelopmentLead, "0184");
        var late = CollaborationClient.Content with { DialogueForum = CollaborationClient.Content.DialogueForum! with { NextOn = new(2026, 1, 15) } };
        var row = await lead.BeginAsync(late);
        var before = await Get<GetOverview.Response>(Network, "network-overview");
        Assert.DoesNotContain("0184", before.Municipalities.Select(one => one.Code));
        Assert.DoesNotContain("0184", before.DataQuality.Select(flaw => flaw.Code));
        Assert.DoesNotContain("0184", (await Get<List<ListOverdue.Item>>(Network, "overdue-reviews")).Select(item => item.MunicipalityCode));
        Assert.Contains(await Get<List<ListOverdue.Item>>(lead, "overdue-reviews"), item => item.Kind is ReviewKind.Dialogue);

        await lead.SharedAsync(row, model: false);
        var after = await Get<GetOverview.Response>(Network, "network-overview");
        Assert.Equal(1, after.Municipalities.Single(one => one.Code == "0184").Overdue);
        Assert.Contains(after.DataQuality, flaw => flaw.Code == "0184" && flaw.Text.Contains("slutdatum", StringComparison.Ordinal));
        Assert.Contains(await Get<List<ListOverdue.Item>>(Network, "overdue-reviews"), item => item is { MunicipalityCode: "0184", What: null });
    }

    [Fact]
    public async Task Journeys_are_one_list_for_the_network_lead_the_own_for_a_municipality_and_none_for_others()
    {
        var all = await Get<Page<ListJourneys.Item>>(Network, "journeys?limit=1");
        Assert.Equal((1, 1), (all.Items.Count, all.Meta.Limit));
        var rest = await Get<Page<ListJourneys.Item>>(Network, "journeys?limit=100");
        Assert.Equal((all.Meta.TotalRecords, rest.Items.Count), (rest.Items.Count, rest.Meta.TotalRecords));
        var names = rest.Items.Select(item => item.Name).ToList();
        Assert.Equal(names.Order(Municipalities.Overview.Overdue.ByName), names);
        Assert.True(rest.Items.Single(item => item.MunicipalityCode == "2361").OverdueActions > 0);
        Assert.Equal(["1280"], (await Get<Page<ListJourneys.Item>>(host.As(Roles.UnitManager, "1280"), "journeys")).Items.Select(item => item.MunicipalityCode));
        Assert.Empty((await Get<Page<ListJourneys.Item>>(host.As(Roles.Agency, "af"), "journeys")).Items);
        Assert.Equal(401, (int)(await host.Public().GetAsync("/municipalities/v1/journeys")).StatusCode);
    }

    [Fact]
    public async Task What_is_overdue_is_told_to_the_municipality_in_words_and_to_the_network_lead_without()
    {
        var own = await Get<List<ListOverdue.Item>>(host.As(Roles.DevelopmentLead, "2361"), "overdue-reviews");
        Assert.Equal(["2361"], own.Select(item => item.MunicipalityCode).Distinct());
        Assert.Contains(own, item => item is { Kind: ReviewKind.Agreement, What: "Samverkan med grannkommuner om kartläggning (exempel) ska ses över" });
        Assert.Contains(own, item => item.Kind is ReviewKind.Action);
        var all = await Get<List<ListOverdue.Item>>(Network, "overdue-reviews");
        Assert.All(all, item => Assert.Null(item.What));
        Assert.Contains(all, item => item is { MunicipalityCode: "1481", Kind: ReviewKind.Baseline });
        Assert.Contains(all, item => item is { MunicipalityCode: "2182", Kind: ReviewKind.Sustainability });
        await (await host.As(Roles.Agency, "af").GetAsync("/municipalities/v1/overdue-reviews")).ReadProblemAsync(403, "overview/not-allowed");
    }

    [Fact]
    public async Task The_report_sets_the_municipality_against_its_earlier_self_only()
    {
        var report = await Get<GetReport.Response>(host.As(Roles.UnitManager, "1280"), "municipalities/1280/report");
        Assert.Equal((8, 4m, 2.5m, 2.5m, 1.5m), (report.Dimensions.Count, report.Dimensions[0].Now, report.Dimensions[0].Before, report.Dimensions[0].First, report.Dimensions[0].Change));
        Assert.Equal((6, 1, 1), (report.Journey!.DoneActions, report.Collaborations.Count, report.Agreements.Count));
        Assert.Equal(Verdict.No, report.Collaborations[0].Sustainable);
        Assert.Contains(report.Collaborations[0].Missing, text => text.StartsWith("Uppföljning och lärande ligger på 1,5", StringComparison.Ordinal));
        Assert.StartsWith("Uppföljning och lärande är er lägsta del", report.NextStep, StringComparison.Ordinal);

        var lead = await Get<GetReport.Response>(Network, "municipalities/2361/report");
        Assert.Equal(["anchoring", "coordination", "mapping-dialogue", "purchasing"], lead.Dimensions.Select(line => line.Code));
        Assert.Equal((0, null, 1, new GetReport.MentorshipFigures(1, 0)), (lead.SupportWishes.Count, lead.NextStep, lead.Agreements.Count, lead.Mentorships));
        // Sölvesborg shares nothing of its round: its people see the title, the network lead only that there is a round.
        Assert.NotNull((await Get<GetReport.Response>(host.As(Roles.UnitManager, "1083"), "municipalities/1083/report")).BaselineTitle);
        var silent = await Get<GetReport.Response>(Network, "municipalities/1083/report");
        Assert.Equal((null, 0), (silent.BaselineTitle, silent.Dimensions.Count));
        Assert.NotNull(silent.BaselineClosedOn);
        await (await host.As(Roles.DevelopmentLead, "1283").GetAsync("/municipalities/v1/municipalities/1280/report")).ReadProblemAsync(404, "municipality/not-found");
    }

    [Fact]
    public async Task The_demonstration_has_twelve_baselines_is_marked_and_is_written_once()
    {
        var events = await Service.SeedAsync(host);
        Assert.Equal(events, await Service.SeedAsync(host));
        var rounds = await host.WithDatabase<MunicipalitiesDb, List<Baseline>>(db => db.Baselines.ToListAsync());
        Assert.Equal((12, 14), (rounds.Select(round => round.MunicipalityCode).Distinct().Count(), rounds.Count));
        Assert.All(rounds, round => Assert.True(round.Demonstration));
        var step = await Get<GetNextStep.Response>(host.As(Roles.DevelopmentLead, "2361"), "municipalities/2361/journey/next-step");
        Assert.Equal(("coordination", "Söderhamn", "Söderhamn"), (step.Dimension, step.Mentors[0].Name, step.Model!.MunicipalityName));
        Assert.NotEmpty((await host.As(Roles.DevelopmentLead, "2361").RoundAsync(rounds.First(round => round.MunicipalityCode == "2361").Id)).SupportWishes);
    }
}
