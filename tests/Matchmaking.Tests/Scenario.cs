using System.Net;
using Contracts.Enterprises;
using Contracts.Municipalities;
using Matchmaking.Deals;
using Matchmaking.Interests;
using Testing;

namespace Matchmaking.Tests;

/// <summary>A municipality with a published need, and an enterprise that could meet it, both of the test's own.</summary>
internal sealed class Scenario(Service service, NeedChanged need, EnterpriseChanged enterprise)
{
    public NeedChanged Need => need;
    public EnterpriseChanged Enterprise => enterprise;
    public string Code => need.MunicipalityCode;
    public HttpClient Buyer { get; } = service.Buyer(need.MunicipalityCode);
    public HttpClient Supplier { get; } = service.Supplier(enterprise.Id);

    public static async Task<Scenario> New(Service service, DateOnly? answerBy = null)
    {
        var code = Service.NewCode();
        var scenario = new Scenario(service, Told.Need(code, answerBy: answerBy), Told.Enterprise(code));
        await service.Hear(Told.Municipality(code), scenario.Need, scenario.Enterprise);
        return scenario;
    }

    public Task<HttpResponseMessage> PostInterest(string? idempotencyKey = null) => Supplier.SendJsonAsync(HttpMethod.Post, "/matchmaking/v1/interests",
        new { needId = need.Id, message = "Vi lagar dem gärna.", contact = "Verkstaden, 054-12 34 56" }, idempotencyKey: idempotencyKey);

    public async Task<InterestView> Interest() => await (await PostInterest()).ReadAsync<InterestView>(HttpStatusCode.Created);

    public Task<HttpResponseMessage> Move(HttpClient who, InterestView interest, string move, object? body = null) =>
        who.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/interests/{interest.Id}/{move}", body, $"\"{interest.Version}\"");

    public async Task<DealView> Draft(InterestView? interest = null) => await (await Buyer.SendJsonAsync(HttpMethod.Post, "/matchmaking/v1/deals",
        interest is null ? new { needId = need.Id, enterpriseId = enterprise.Id } : new { interestId = interest.Id })).ReadAsync<DealView>(HttpStatusCode.Created);

    public Task<HttpResponseMessage> Change(HttpClient who, DealView deal, string move, object? body = null) =>
        who.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/deals/{deal.Id}/{move}", body, $"\"{deal.Version}\"");

    public async Task<DealView> Sign(DealView deal) => await (await Change(Buyer, deal, "signature", Terms())).ReadAsync<DealView>();

    public static DealTerms Terms(string route = "DIRECT_AWARD", decimal value = 240_000m) => new(
        AgreementType.Contract, route, value, 1.5m, 2, new DateOnly(2026, 11, 10), new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31));
}
