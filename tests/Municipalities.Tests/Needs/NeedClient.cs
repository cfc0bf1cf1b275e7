using System.Net;
using Municipalities.Needs;
using ServiceDefaults;
using Testing;

namespace Municipalities.Tests.Needs;

/// <summary>What people do with needs, as tests say it.</summary>
internal static class NeedClient
{
    public const string Address = "/municipalities/v1/needs";

    public static readonly NeedContent Content = new()
    {
        Title = "Snöröjning vid förskolor",
        Description = "Gångvägar ska vara skottade och sandade före halv sju.",
        CpvCodes = ["90620000"],
        ValueSek = 700_000,
        Months = 24,
        TargetGroups = ["long-term-unemployed"],
    };

    public static async Task<NeedView> DraftAsync(this HttpClient client, NeedContent? content = null) =>
        await (await client.SendJsonAsync(HttpMethod.Post, Address, content ?? Content)).ReadAsync<NeedView>(HttpStatusCode.Created);

    public static Task<HttpResponseMessage> MoveAsync(this HttpClient client, NeedView need, string move, object? body = null) =>
        client.SendJsonAsync(HttpMethod.Post, $"{Address}/{need.Id}/{move}", body, ETags.Of(need.Version));

    public static async Task<NeedView> MovedAsync(this HttpClient client, NeedView need, string move, object? body = null) =>
        await (await client.MoveAsync(need, move, body)).ReadAsync<NeedView>();

    public static async Task<NeedView> PublishedAsync(this HttpClient client, NeedContent? content = null) =>
        await client.MovedAsync(await client.DraftAsync(content), "publication");

    public static async Task<Page<NeedView>> ListAsync(this HttpClient client, string query = "") =>
        await (await client.GetAsync($"{Address}?limit=100&{query}".TrimEnd('&'))).ReadAsync<Page<NeedView>>();
}
