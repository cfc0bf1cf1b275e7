using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServiceDefaults;
using Xunit;

namespace Testing;

/// <summary>Requests and answers as tests read them.</summary>
public static class HttpClientExtensions
{
    /// <summary>Sends JSON with the headers that a change needs.</summary>
    /// <param name="client">Who sends.</param>
    /// <param name="method">Such as PUT.</param>
    /// <param name="address">Where to.</param>
    /// <param name="body">Becomes JSON; null for none.</param>
    /// <param name="ifMatch">The ETag that the change is meant for, or null.</param>
    /// <param name="idempotencyKey">Idempotency-Key, or null.</param>
    public static async Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client, HttpMethod method, string address, object? body = null, string? ifMatch = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = JsonContent.Create(body, options: ApiJson.Options);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return await client.SendAsync(request);
    }

    /// <summary>The answer's body, after a look at its status whose failure shows the body.</summary>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"Expected {(int)expected} but was {(int)response.StatusCode}: {text}");
        return JsonSerializer.Deserialize<T>(text, ApiJson.Options)!;
    }

    /// <summary>The answer's problem (RFC 9457), after a look at status, media type and the end of its type.</summary>
    public static async Task<JsonElement> ReadProblemAsync(this HttpResponseMessage response, int status, string typeEnds)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"Expected {status} but was {(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.EndsWith(typeEnds, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("traceId").GetString()));
        return problem;
    }
}
