using System.Net;
using System.Text.Json;
using Contracts.Enterprises;
using Enterprises.Claims;
using Enterprises.Offers;
using Enterprises.Register;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;
using Testing;

namespace Enterprises.Tests;

/// <summary>What people do with enterprises, as tests say it.</summary>
internal sealed class EnterpriseClient(ServiceHost<Program> host, Guid id)
{
    public const string Root = "/enterprises/v1/enterprises";
    private static int numbers = 100;

    public Guid Id => id;
    public string Address => $"{Root}/{id}";
    public HttpClient Http => field ??= host.As(Roles.EnterpriseManager, id.ToString());

    public static readonly OfferContent Cafe = new()
    {
        Title = "Kafé i er lokal", Description = "Vi sköter fika och lunch.", CpvCodes = ["55330000"],
        ServiceArea = new Offers.ServiceArea { Kind = AreaKind.Municipalities, Codes = ["1280"] }, MaxContractSek = 2_000_000,
    };

    public static EnterpriseClient New(ServiceHost<Program> host) => new(host, Guid.CreateVersion7());

    /// <summary>A number of the made-up series with the right check digit, another one each time.</summary>
    public static string NewNumber(string series = "769998")
    {
        var body = $"{series}{Interlocked.Increment(ref numbers):000}";
        return Enumerable.Range(0, 10).Select(last => $"{body}{last}").Single(text => CheckDigit.Holds(text));
    }

    public static RegisterEnterprise.Request Profile() => new()
    {
        OrganisationNumber = NewNumber(), LegalForm = LegalForm.EconomicAssociation, Name = "Arbetskooperativet Prov ek. för.", MunicipalityCode = "1280",
        Presentation = "Vi lagar mat tillsammans.", TargetGroups = ["long-term-unemployed"], Kinds = [ClaimKind.Wise],
        Workforce = new Workforce { Employed = 20, EmployedFromTargetGroup = 6, CountedOn = new DateOnly(2026, 9, 30) },
        Contact = new Contact { Name = "Kim Prov", Email = "kim@prov.example" },
    };

    public Task<HttpResponseMessage> RegisterAsync(object profile) => Http.SendJsonAsync(HttpMethod.Post, Root, profile);

    public async Task<EnterpriseView> RegisteredAsync(RegisterEnterprise.Request? profile = null) =>
        await (await RegisterAsync(profile ?? Profile())).ReadAsync<EnterpriseView>(HttpStatusCode.Created);

    /// <summary>A published profile with one published offer.</summary>
    public async Task<EnterpriseView> PublishedAsync(RegisterEnterprise.Request? profile = null)
    {
        await RegisteredAsync(profile);
        var offer = await OfferAsync();
        await (await PostAsync($"/offers/{offer.Id}/publication")).ReadAsync<OfferView>();
        return await (await PostAsync("/publication")).ReadAsync<EnterpriseView>();
    }

    public async Task<OfferView> OfferAsync(OfferContent? content = null) =>
        await (await PostAsync("/offers", content ?? Cafe)).ReadAsync<OfferView>(HttpStatusCode.Created);

    public async Task<EnterpriseView> SeenAsync(HttpClient? by = null) => await (await (by ?? Http).GetAsync(Address)).ReadAsync<EnterpriseView>();

    /// <summary>Posts with the present version, unless another is given.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, object? body = null, HttpClient? by = null, string? ifMatch = null) =>
        await (by ?? Http).SendJsonAsync(HttpMethod.Post, Address + path, body, ifMatch ?? await TagAsync());

    public async Task<HttpResponseMessage> PutAsync(string path, object body, HttpClient? by = null, string? ifMatch = null) =>
        await (by ?? Http).SendJsonAsync(HttpMethod.Put, Address + path, body, ifMatch ?? await TagAsync());

    /// <summary>What others have been told, in order.</summary>
    public Task<List<EnterpriseChanged>> EventsAsync() => host.WithDatabase<EnterprisesDb, List<EnterpriseChanged>>(async db =>
        [.. from row in await db.EventLog.Where(row => row.Key == id.ToString()).OrderBy(row => row.Version).ToListAsync()
            select JsonSerializer.Deserialize<EnterpriseChanged>(row.Body, JsonSerializerOptions.Web)!]);

    private async Task<string> TagAsync() => (await Http.GetAsync(Address)).Headers.ETag?.Tag ?? "\"0\"";
}
