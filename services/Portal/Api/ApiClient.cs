using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Portal.Session;
using Portal.Texts;

namespace Portal.Api;

/// <summary>
/// Calls the public APIs through the gateway, as any other client would, with the visitor's own token. The visitor's trace goes on by
/// itself (W3C trace context). A read that fails gives a <see cref="Part{T}"/> that says so, and the rest of the page stands.
/// </summary>
public sealed class ApiClient(HttpClient http, IHttpContextAccessor accessor, IConfiguration configuration, SilentServices silent, TimeProvider clock)
{
    /// <summary>A read that has not come by then is shown as unavailable.</summary>
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(3);

    /// <summary>How often a request is sent that is being dealt with already, and how long to wait between.</summary>
    private const int MostTries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>The header with the visitor's address, which the gateway believes only together with the key.</summary>
    private const string VisitorHeader = "X-Visitor";
    private const string VisitorKeyHeader = "X-Visitor-Key";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new ParagraphsKept() } };

    /// <summary>Reads.</summary>
    /// <param name="address">From the root, such as <c>/municipalities/v1/needs</c>.</param>
    public async Task<Part<T>> Get<T>(string address)
    {
        var outcome = await Send<T>(HttpMethod.Get, address);
        return outcome.Problem is null ? new Part<T>(outcome.Value, PartState.Here) : new Part<T>(default, outcome.Problem.Status switch
        {
            _ when accessor.HttpContext?.Features.Get<NotRenewable>() is not null => PartState.Unavailable,
            404 or 409 or 410 => PartState.Missing,
            400 or 401 or 403 => PartState.Refused,
            _ => PartState.Unavailable,
        });
    }

    /// <summary>Writes, or asks by POST.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">From the root.</param>
    /// <param name="body">Becomes JSON, unless it is a file's <see cref="HttpContent"/> already.</param>
    /// <param name="version">The version that the change is meant for, for <c>If-Match</c>.</param>
    /// <param name="key">The form's own key, so that a form that is sent twice does its work once.</param>
    public async Task<Outcome<T>> Send<T>(HttpMethod method, string address, object? body = null, int? version = null, string? key = null)
    {
        for (var tries = 1; ; tries++)
        {
            var (outcome, after) = await SendOnce<T>(method, address, body, version, key);
            // The same form, sent twice: the first one's answer is soon there for both. A file is gone when it has been sent.
            if (outcome.Problem is not { IsBusy: true } || tries == MostTries || body is HttpContent) return outcome;
            await Task.Delay(after is { } told && told < LongestPause ? told : FirstPause * tries, clock, Stop);
        }
    }

    private async Task<(Outcome<T> Outcome, TimeSpan? RetryAfter)> SendOnce<T>(HttpMethod method, string address, object? body, int? version, string? key)
    {
        // A POST without a form's key or a version only asks. What changes something is tried whatever has been heard before.
        var reads = method == HttpMethod.Get || (method == HttpMethod.Post && key is null && version is null);
        if (reads && silent.Has(address)) return (new Outcome<T>(default, Problem.NoAnswer), null);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var since = clock.GetUtcNow();
        var rounds = accessor.HttpContext?.Features.Get<Rounds>();
        var round = rounds?.Begin() ?? 0;
        if (reads) patience.CancelAfter(LongestRead);
        try
        {
            using var request = await Request(method, address);
            if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body, options: Json);
            if (version is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
            if (key is { Length: > 0 }) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            using var answer = await http.SendAsync(request, patience.Token);
            silent.Heard(address);
            if (!answer.IsSuccessStatusCode) return (new Outcome<T>(default, await ReadProblem(answer)), answer.Headers.RetryAfter?.Delta);
            if (answer.StatusCode == HttpStatusCode.NoContent || answer.Content.Headers.ContentLength == 0) return (new Outcome<T>(default, null), null);
            if (typeof(T) == typeof(string)) return (new Outcome<T>((T)(object)Paragraphs.Keep(await answer.Content.ReadAsStringAsync(Stop)), null), null);
            return (new Outcome<T>(await answer.Content.ReadFromJsonAsync<T>(Json, Stop), null), null);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or IOException || fault is OperationCanceledException && !Stop.IsCancellationRequested)
        {
            Activity.Current?.AddException(fault);
            if (fault is OperationCanceledException) silent.Note(address, since);
            return (new Outcome<T>(default, Problem.NoAnswer), null);
        }
        finally
        {
            rounds?.End(round);
        }
    }

    /// <summary>A file as it comes, for the browser to save.</summary>
    public async Task<HttpResponseMessage> Fetch(HttpMethod method, string address, object? body = null)
    {
        using var request = await Request(method, address);
        if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    private CancellationToken Stop => accessor.HttpContext?.RequestAborted ?? default;

    private async Task<HttpRequestMessage> Request(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        if (accessor.HttpContext is not { } context) return request;
        if (context.Features.Get<NotRenewable>() is null && await context.GetTokenAsync("access_token") is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // Without this all visitors who are not signed in would share the portal's own share of the gateway.
        if (configuration["Edge:VisitorKey"] is { Length: > 0 } key && context.Connection.RemoteIpAddress is { } visitor)
        {
            request.Headers.TryAddWithoutValidation(VisitorHeader, visitor.ToString());
            request.Headers.TryAddWithoutValidation(VisitorKeyHeader, key);
        }
        return request;
    }

    private static async Task<Problem> ReadProblem(HttpResponseMessage answer)
    {
        try
        {
            var told = await answer.Content.ReadFromJsonAsync<Problem>(Json);
            return (told ?? Problem.NoAnswer) with { Status = (int)answer.StatusCode };
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or HttpRequestException)
        {
            return Problem.NoAnswer with { Status = (int)answer.StatusCode };
        }
    }
}

/// <summary>How the client is made.</summary>
internal static class ApiSetup
{
    /// <summary>The longest wait for a write.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static void AddApi(this WebApplicationBuilder builder)
    {
        var gateway = builder.Configuration["services:gateway:http:0"] ?? builder.Configuration["PublicUrl"] ?? "http://localhost:8080";
        builder.Services.AddSingleton<SilentServices>();
        var client = builder.Services.AddHttpClient<ApiClient>(http =>
        {
            http.BaseAddress = new Uri(gateway);
            http.Timeout = Longest;
        });
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(2) });
#pragma warning disable EXTEXP0001 // The only way to say that this client does not repeat: somebody waits for the page, and the gateway has already tried another replica.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }
}
