using Enterprises.Claims;
using Enterprises.Register;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Claims;

/// <summary>Claims carry their source; a review decides what may be built on; nobody reviews what they said themselves.</summary>
public class ClaimTests(Service service)
{
    [Fact]
    public async Task A_claim_is_stated_reviewed_and_stated_anew()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        await (await enterprise.PutAsync("/claims/registered-ideburen", new { answer = "yes", statedOn = "2026-03-01", evidence = "Registret, post 123" }))
            .ReadAsync<EnterpriseView>();
        Assert.True((await enterprise.EventsAsync())[^1].RegisteredIdeburen);

        await (await enterprise.PostAsync("/claims/registered-ideburen/reviews", new { review = "rejected" }, service.Malmo)).ReadProblemAsync(400, "request/invalid");
        var rejected = await (await enterprise.PostAsync("/claims/registered-ideburen/reviews", new { review = "rejected", note = "Finns inte i registret." }, service.Malmo))
            .ReadAsync<EnterpriseView>();
        var claim = rejected.Claims.Single(row => row.Kind is ClaimKind.RegisteredIdeburen);
        Assert.Equal((ClaimAnswer.Yes, ClaimAnswer.Unknown, ClaimReview.Rejected, "Registret, post 123"), (claim.Answer, claim.Holds, claim.Review!.Value, claim.Evidence));
        Assert.Null((await enterprise.EventsAsync())[^1].RegisteredIdeburen);

        var again = await (await enterprise.PutAsync("/claims/registered-ideburen", new { answer = "no" })).ReadAsync<EnterpriseView>();
        Assert.Null(again.Claims.Single(row => row.Kind is ClaimKind.RegisteredIdeburen).Review);
        Assert.False((await enterprise.EventsAsync())[^1].RegisteredIdeburen);
    }

    [Fact]
    public async Task A_rejected_kind_is_told_to_nobody_and_found_by_no_filter()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync(EnterpriseClient.Profile() with { Name = "Kooperativet Zygot ek. för." });
        Assert.Equal(1, await FoundAsync());
        await (await enterprise.PostAsync("/claims/wise/reviews", new { review = "rejected", note = "Ägs av kommunen." }, service.Lead)).ReadAsync<EnterpriseView>();
        Assert.Equal(0, await FoundAsync());
        Assert.Empty((await enterprise.EventsAsync())[^1].Kinds);

        async Task<int> FoundAsync() =>
            (await (await service.Public.GetAsync($"{EnterpriseClient.Root}?kind=wise&text=zygot")).ReadAsync<Page<EnterpriseView>>()).Meta.TotalRecords;
    }

    [Fact]
    public async Task What_an_enterprise_says_of_itself_has_no_other_source_than_itself()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        await (await enterprise.PutAsync("/claims/registered-ideburen", new { answer = "yes", source = "kammarkollegiet" })).ReadProblemAsync(400, "claim/not-your-source");
    }

    [Fact]
    public async Task A_revoked_registration_binds_five_years_more()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        var seen = await (await enterprise.PutAsync("/claims/revoked-registration", new { answer = "yes", statedOn = "2024-02-29" })).ReadAsync<EnterpriseView>();
        Assert.Equal(new DateOnly(2029, 2, 28), seen.Claims.Single(row => row.Kind is ClaimKind.RevokedRegistration).Until);
        Assert.Null(seen.Claims.Single(row => row.Kind is ClaimKind.Wise).Until);
    }

    [Fact]
    public async Task What_cannot_be_claimed_or_reviewed_has_a_name()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        await (await enterprise.PutAsync("/claims/best-in-town", new { answer = "yes" })).ReadProblemAsync(400, "request/invalid");
        await (await enterprise.PutAsync("/claims/wise", new { answer = "kanske" })).ReadProblemAsync(400, "request/invalid");
        await (await enterprise.PutAsync("/claims/wise", new { answer = "yes", statedOn = "2099-01-01" })).ReadProblemAsync(400, "claim/in-future");
        await (await enterprise.PostAsync("/claims/sheltered-workshop/reviews", new { review = "confirmed" }, service.Malmo)).ReadProblemAsync(404, "claim/not-found");
        await (await enterprise.PostAsync("/claims/wise/reviews", new { review = "confirmed" })).ReadProblemAsync(403, "claim/not-allowed");
        await (await enterprise.PostAsync("/claims/wise/reviews", new { review = "confirmed" }, service.ManagerOf("F01"))).ReadProblemAsync(403, "claim/not-allowed");
    }
}
