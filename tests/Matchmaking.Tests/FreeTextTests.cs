using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using Matchmaking.Deals;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Rules;
using Testing;
using Xunit;

namespace Matchmaking.Tests;

/// <summary>No text that somebody writes takes a personal identity number, whichever request it comes in.</summary>
public class FreeTextTests(Service service)
{
    private const string Number = "Fråga efter 19811218-9876.";

    /// <summary>A code, which the rules of the request know one by one, and a text that is read and not kept.</summary>
    private static readonly HashSet<string> Others = ["DealTerms.Route", "ListTrades.Question.Text"];

    [Fact]
    public void Every_text_of_every_request_refuses_personal_numbers()
    {
        var requests = service.Host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .SelectMany(endpoint => endpoint.Metadata.OfType<IAcceptsMetadata>()).Select(accepts => accepts.RequestType).OfType<Type>().Distinct().ToList();
        Assert.Contains(typeof(DealTerms), requests);
        var texts = requests.SelectMany(Texts).ToList();
        Assert.InRange(texts.Count, 10, 100);
        Assert.Empty(texts.Where(text => text.Member.GetCustomAttribute<NoPersonalNumberAttribute>() is null).Select(text => text.Name).Except(Others));
        Assert.Empty(Others.Except(texts.Select(text => text.Name)));
        // Whatever is written has an end.
        Assert.Empty(texts.Where(text => !text.Member.GetCustomAttributes().Any(rule => rule is MaxLengthAttribute or StringLengthAttribute)).Select(text => text.Name).Except(Others));
    }

    [Fact]
    public async Task A_personal_number_is_refused_wherever_it_is_written()
    {
        var scenario = await Scenario.New(service);
        var needs = $"/matchmaking/v1/needs/{scenario.Need.Id}";
        await Refused(scenario.Supplier, $"{needs}/questions", new { text = Number }, "text");
        await Refused(scenario.Buyer, $"{needs}/meetings", new { kind = "visit", heldOn = "2026-11-03", participants = new[] { "Hjulet", Number }, notes = "Vi sågs." }, "participants");
        await Refused(scenario.Buyer, $"{needs}/meetings", new { kind = "visit", heldOn = "2026-11-03", participants = new[] { new string('a', 201) }, notes = "Vi sågs." }, "participants");
        await Refused(scenario.Supplier, "/matchmaking/v1/interests", new { needId = scenario.Need.Id, message = Number }, "message");
        await Refused(scenario.Supplier, "/matchmaking/v1/interests", new { needId = scenario.Need.Id, message = "Gärna.", contact = Number }, "contact");
        var interest = await scenario.Interest();
        foreach (var (who, move) in new[] { (scenario.Buyer, "refusal"), (scenario.Supplier, "withdrawal") })
            Assert.Equal(HttpStatusCode.BadRequest, (await scenario.Move(who, interest, move, new { reason = Number })).StatusCode);
        var deal = await scenario.Sign(await scenario.Draft(interest));
        await Refused(scenario.Buyer, $"/matchmaking/v1/deals/{deal.Id}/follow-ups", new { note = Number }, "note");
        foreach (var (who, move) in new[] { (scenario.Buyer, "termination"), (scenario.Buyer, "withdrawal"), (scenario.Supplier, "confirmation") })
            Assert.Equal(HttpStatusCode.BadRequest, (await scenario.Change(who, deal, move, new { reason = Number, agrees = true, comment = Number })).StatusCode);
    }

    private static async Task Refused(HttpClient who, string address, object body, string member) =>
        Assert.Equal(member, (await (await who.SendJsonAsync(HttpMethod.Post, address, body)).ReadProblemAsync(400, "/request/invalid"))
            .GetProperty("invalidParameters")[0].GetProperty("name").GetString());

    private static IEnumerable<(string Name, PropertyInfo Member)> Texts(Type request) => request.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(member =>
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable))) type = type.GetGenericArguments()[0];
        return type == typeof(string) ? [(Name(request, member), member)]
            : type.Assembly == typeof(DealTerms).Assembly && !type.IsEnum && type.Namespace != typeof(Matchmaking.Routes.Verdict).Namespace ? Texts(type) : [];
    });

    private static string Name(Type request, PropertyInfo member) =>
        $"{(request.DeclaringType is { } owner ? $"{owner.Name}." : "")}{request.Name}.{member.Name}";
}
