using System.Net;
using Knowledge.Follow;
using ServiceDefaults;
using Testing;

namespace Platform.Tests;

/// <summary>What people do at the platform, as a story says it. An answer that is not the expected one fails with what it said.</summary>
internal static class Visits
{
    public static async Task<T> Reads<T>(this HttpClient person, string address) => await (await person.GetAsync(address)).ReadAsync<T>();

    /// <summary>Looks until it shows what another service has told.</summary>
    public static Task<T> Sees<T>(this HttpClient person, string address, Func<T, bool> isEnough) => Eventually.SeeAsync(() => person.Reads<T>(address), isEnough);

    /// <summary>Is told of it, in the page that lists what has happened.</summary>
    public static async Task IsTold(this HttpClient person, string kind, string title) =>
        await person.Sees<Page<ListNotifications.Item>>("/knowledge/v1/notifications", page => page.Items.Any(item => item.Kind == kind && item.Title == title));

    /// <param name="person">Who.</param>
    /// <param name="address">Where.</param>
    /// <param name="body">Becomes JSON; null for none.</param>
    /// <param name="version">The version that the change is meant for; null for something new.</param>
    public static Task<T> Posts<T>(this HttpClient person, string address, object? body, int? version = null) => person.Sends<T>(HttpMethod.Post, address, body, version);

    public static Task<T> Puts<T>(this HttpClient person, string address, object body, int version) => person.Sends<T>(HttpMethod.Put, address, body, version);

    private static async Task<T> Sends<T>(this HttpClient person, HttpMethod method, string address, object? body, int? version)
    {
        var answer = await person.SendJsonAsync(method, address, body, version is { } held ? ETags.Of(held) : null);
        return await answer.ReadAsync<T>(answer.StatusCode is HttpStatusCode.Created ? HttpStatusCode.Created : HttpStatusCode.OK);
    }
}
