using System.Net;
using Enterprises.Complaints;
using Enterprises.Register;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Complaints;

/// <summary>A complaint takes a profile out of sight until it is decided; the trail stays.</summary>
public class ComplaintTests(Service service)
{
    private static readonly object Wrong = new { text = "Företaget svarar inte och lokalen är tom sedan i våras." };

    [Fact]
    public async Task A_complaint_suspends_a_dismissal_restores_and_all_of_it_is_kept()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        var complaint = await (await enterprise.PostAsync("/complaints", Wrong, service.Malmo)).ReadAsync<ComplaintView>(HttpStatusCode.Created);
        await (await service.Public.GetAsync(enterprise.Address)).ReadProblemAsync(404, "enterprise/not-found");
        Assert.Equal((true, "hidden"), await ToldAsync());
        // The feed is open: it tells neither of whom nor that somebody complained.
        Assert.Equal(("", null), ((await enterprise.EventsAsync())[^1].Name, (await enterprise.EventsAsync())[^1].OrganisationNumber));
        Assert.True((await enterprise.SeenAsync()).Suspended);
        // What the enterprise writes meanwhile does not leak through the feed.
        await (await enterprise.PutAsync("", new EnterpriseContent { Name = "Prov ek. för.", MunicipalityCode = "1280", Presentation = "Allt är fel!" })).ReadAsync<EnterpriseView>();
        Assert.Equal("", (await enterprise.EventsAsync())[^1].Presentation);

        var held = Assert.Single(await HeldBackAsync(), one => one.EnterpriseId == enterprise.Id);
        Assert.Equal((complaint.Id, (ComplaintDecision?)null), (held.Complaint.Id, held.Complaint.Decision));
        await (await service.Malmo.GetAsync("/enterprises/v1/complaints")).ReadProblemAsync(403, "complaint/not-allowed");

        var decision = $"/complaints/{complaint.Id}/decisions";
        await (await enterprise.PostAsync(decision, new { decision = "dismissed", note = "Självrättelse" })).ReadProblemAsync(403, "complaint/not-allowed");
        await (await enterprise.PostAsync(decision, new { decision = "dismissed", note = "Vi ångrar oss" }, service.Malmo)).ReadProblemAsync(404, "enterprise/not-found");
        await (await enterprise.PostAsync(decision, new { decision = "upheld", note = "Stämmer, ingen svarar." }, service.Lead)).ReadAsync<ComplaintView>();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Public.GetAsync(enterprise.Address)).StatusCode);
        await (await enterprise.PostAsync(decision, new { decision = "upheld", note = "En gång till" }, service.Lead)).ReadProblemAsync(409, "complaint/already-decided");
        await (await enterprise.PostAsync(decision, new { decision = "dismissed", note = "Nu svarar de." }, service.Lead)).ReadAsync<ComplaintView>();
        await (await enterprise.PostAsync(decision, new { decision = "upheld", note = "Ångrar mig" }, service.Lead)).ReadProblemAsync(409, "complaint/already-decided");
        Assert.Equal((false, "shown"), await ToldAsync());
        Assert.False((await enterprise.SeenAsync(service.Public)).Suspended);
        Assert.DoesNotContain(await HeldBackAsync(), one => one.EnterpriseId == enterprise.Id);

        var trail = await (await service.Lead.GetAsync($"{enterprise.Address}/complaints")).ReadAsync<Page<ComplaintView>>();
        var kept = Assert.Single(trail.Items);
        Assert.Equal((ComplaintDecision.Dismissed, "Nu svarar de.", "procurement-officer@1280", "network-lead@skr"), (kept.Decision!.Value, kept.Note, kept.FiledBy, kept.DecidedBy));
        var own = Assert.Single((await (await enterprise.Http.GetAsync($"{enterprise.Address}/complaints")).ReadAsync<Page<ComplaintView>>()).Items);
        Assert.Equal((null, null, kept.Text), (own.FiledBy, own.DecidedBy, own.Text));

        async Task<IReadOnlyList<ListComplaints.HeldBack>> HeldBackAsync() => (await (await service.Lead.GetAsync("/enterprises/v1/complaints?limit=100")).ReadAsync<Page<ListComplaints.HeldBack>>()).Items;

        async Task<(bool, string)> ToldAsync() => (await enterprise.EventsAsync())[^1] is var told ? (told.Withdrawn, told.Reason) : default;
    }

    [Fact]
    public async Task A_suspended_profile_takes_no_second_complaint()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        var first = await (await enterprise.PostAsync("/complaints", Wrong, service.Malmo)).ReadAsync<ComplaintView>(HttpStatusCode.Created);
        // Out of sight for others, the network's lead still sees it; a second complaint about a suspended profile is refused.
        await (await enterprise.PostAsync("/complaints", Wrong, service.Lead)).ReadProblemAsync(404, "enterprise/not-found");
        await (await enterprise.PostAsync($"/complaints/{first.Id}/decisions", new { decision = "dismissed", note = "Inget fel." }, service.Lead)).ReadAsync<ComplaintView>();
        Assert.Equal(HttpStatusCode.OK, (await service.Public.GetAsync(enterprise.Address)).StatusCode);
    }

    [Fact]
    public async Task Enterprises_and_the_public_do_not_complain_here()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        await (await enterprise.PostAsync("/complaints", Wrong, service.ManagerOf("F01"))).ReadProblemAsync(403, "complaint/not-allowed");
        Assert.Equal(HttpStatusCode.Unauthorized, (await enterprise.PostAsync("/complaints", Wrong, service.Public)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Public.GetAsync($"{enterprise.Address}/complaints")).StatusCode);
        await (await service.Malmo.GetAsync($"{enterprise.Address}/complaints")).ReadProblemAsync(403, "complaint/not-allowed");
        await (await enterprise.PostAsync("/complaints", new { text = "Dåligt" }, service.Malmo)).ReadProblemAsync(400, "request/invalid");
    }
}
