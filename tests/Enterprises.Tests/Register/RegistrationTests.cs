using System.Net;
using Enterprises.Register;
using Testing;
using Xunit;

namespace Enterprises.Tests.Register;

/// <summary>What a registration may say, member by member, and who may have a number.</summary>
public class RegistrationTests(Service service)
{
    [Fact]
    public async Task A_number_that_is_taken_is_refused_in_the_same_words_whether_its_profile_is_public_or_a_draft()
    {
        var (draft, published) = (EnterpriseClient.New(service.Host), EnterpriseClient.New(service.Host));
        var (first, second) = (EnterpriseClient.Profile(), EnterpriseClient.Profile());
        await draft.RegisteredAsync(first);
        await published.PublishedAsync(second);
        var answers = new List<string>();
        foreach (var taken in new[] { first, second })
        {
            using var response = await EnterpriseClient.New(service.Host).RegisterAsync(EnterpriseClient.Profile() with { OrganisationNumber = taken.OrganisationNumber });
            var problem = await response.ReadProblemAsync(409, "enterprise/number-taken");
            answers.Add(string.Join('|', problem.EnumerateObject().Where(member => member.Name != "traceId")));
            Assert.DoesNotContain(draft.Id.ToString(), problem.ToString(), StringComparison.Ordinal);
        }
        Assert.Equal(answers[0], answers[1]);
        await (await draft.RegisterAsync(EnterpriseClient.Profile())).ReadProblemAsync(409, "enterprise/exists");
    }

    [Fact]
    public async Task Of_two_that_register_the_same_number_at_once_one_is_refused()
    {
        var profile = EnterpriseClient.Profile();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => EnterpriseClient.New(service.Host).RegisterAsync(profile)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode)) await refused.ReadProblemAsync(409, "enterprise/number-taken");
    }

    [Fact]
    public async Task A_unit_of_a_larger_legal_person_shares_its_number_under_its_own_name()
    {
        var profile = EnterpriseClient.Profile();
        await EnterpriseClient.New(service.Host).RegisteredAsync(profile);
        var unit = await EnterpriseClient.New(service.Host).RegisteredAsync(profile with { Part = "Snickeriet" });
        Assert.Equal("Snickeriet", unit.Part);
        await (await EnterpriseClient.New(service.Host).RegisterAsync(profile with { Part = "Snickeriet" })).ReadProblemAsync(409, "enterprise/number-taken");
    }

    public static TheoryData<string, string, object> Faults => new()
    {
        { "organisationNumber", "enterprise/number-invalid", new { organisationNumber = "769999-0012" } },
        { "organisationNumber", "enterprise/form-and-number-differ", new { legalForm = "foundation" } },
        { "organisationNumber", "enterprise/form-and-number-differ", new { legalForm = "sole-trader" } },
        { "organisationNumber", "enterprise/form-and-number-differ", new { organisationNumber = "19121212-1212" } },
        { "organisationNumber", "enterprise/form-and-number-differ", new { organisationNumber = "212000-1124" } },
        { "workforce.countedOn", "enterprise/counted-in-future", new { workforce = new { employed = 5, employedFromTargetGroup = 2, countedOn = "2099-01-01" } } },
        { "workforce.countedOn", "request/invalid", new { workforce = new { employed = 5, employedFromTargetGroup = 2 } } },
        { "workforce.employedFromTargetGroup", "request/invalid", new { workforce = new { employed = 5, employedFromTargetGroup = 6, countedOn = "2026-01-01" } } },
        { "workforce.employed", "request/invalid", new { workforce = new { employed = -1, employedFromTargetGroup = 0, countedOn = "2026-01-01" } } },
        { "legalForm", "request/invalid", new { legalForm = "kommun" } },
        { "name", "request/invalid", new { name = "" } },
        { "name", "request/invalid", new { name = "Snickare 121212-1212" } },
        { "municipalityCode", "request/invalid", new { municipalityCode = "9999" } },
        { "presentation", "request/invalid", new { presentation = "Ring Kim, 19121212-1212." } },
        { "website", "request/invalid", new { website = "prov" } },
        { "targetGroups", "request/invalid", new { targetGroups = new[] { "alla" } } },
        { "contact.email", "request/invalid", new { contact = new { name = "Kim", email = "kim" } } },
        { "orgnr", "request/invalid", new { orgnr = "5" } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_400_and_names_the_member(string member, string problemType, object change)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(EnterpriseClient.Profile(), ServiceDefaults.ApiJson.Options)!.AsObject();
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(change)!.AsObject()) body[name] = value?.DeepClone();
        using var response = await EnterpriseClient.New(service.Host).RegisterAsync(body);
        var problem = await response.ReadProblemAsync(400, problemType);
        Assert.Equal(member, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("organisationNumber")]
    [InlineData("legalForm")]
    [InlineData("part")]
    [InlineData("name")]
    [InlineData("municipalityCode")]
    [InlineData("presentation")]
    [InlineData("workforce")]
    [InlineData("targetGroups")]
    [InlineData("kinds")]
    [InlineData("contact")]
    public async Task A_member_that_is_null_is_absent_or_refused_and_never_a_fault_of_ours(string member)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(EnterpriseClient.Profile(), ServiceDefaults.ApiJson.Options)!.AsObject();
        body[member] = null;
        using var response = await EnterpriseClient.New(service.Host).RegisterAsync(body);
        Assert.Contains((int)response.StatusCode, new[] { 201, 400 });
    }

    public static TheoryData<string, object?> AreaFaults => new()
    {
        { "serviceArea", null },
        { "serviceArea.codes", new { kind = "counties", codes = (string[]?)null } },
        { "serviceArea.codes", new { kind = "counties", codes = new string?[] { null } } },
        { "serviceArea.codes", new { kind = "municipalities", codes = Array.Empty<string>() } },
        { "serviceArea.codes", new { kind = "municipalities", codes = new[] { "12" } } },
        { "serviceArea.codes", new { kind = "counties", codes = new[] { "02" } } },
        { "serviceArea.codes", new { kind = "counties", codes = new[] { "12", "12" } } },
        { "serviceArea.codes", new { kind = "national", codes = new[] { "12" } } },
        { "serviceArea.radiusKm", new { kind = "radius" } },
        { "serviceArea.radiusKm", new { kind = "radius", radiusKm = 0 } },
        { "serviceArea.radiusKm", new { kind = "national", radiusKm = 10 } },
    };

    [Theory]
    [MemberData(nameof(AreaFaults))]
    public async Task An_area_that_cannot_be_drawn_is_400(string member, object? area)
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.RegisteredAsync();
        using var response = await enterprise.PostAsync("/offers", new { title = "Kafé", serviceArea = area });
        var problem = await response.ReadProblemAsync(400, "request/invalid");
        Assert.Equal(member, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(20, 6, true)]
    [InlineData(7, 2, false)]
    [InlineData(10, 3, true)]
    [InlineData(1000, 299, false)]
    [InlineData(200, 59, false)]
    [InlineData(0, 0, null)]
    public void Thirty_percent_is_counted_and_not_rounded(int all, int some, bool? reaches) =>
        Assert.Equal(reaches, new Workforce { Employed = all, EmployedFromTargetGroup = some }.ReachesShare);
}
