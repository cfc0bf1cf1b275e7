using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Api;

namespace Portal.Tests.Forms;

/// <summary>What the portal asked of a service.</summary>
/// <param name="Said">Method and address, such as <c>PUT /municipalities/v1/needs/…</c>.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Version">The version that it was for.</param>
/// <param name="Key">Its key.</param>
public sealed record Asked(string Said, string Body, string? Version, string? Key);

/// <summary>The portal alone, in front of services that answer what the test says, with forms that are filled in as a browser without script does.</summary>
public sealed class LonePortal : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, Func<(HttpStatusCode Status, string Json)>> answers = [];

    /// <summary>What has been asked.</summary>
    public List<Asked> Asked { get; } = [];

    /// <summary>A service answers so when the method and the address begin with that.</summary>
    public void Answer(string said, string json, HttpStatusCode status = HttpStatusCode.OK) => answers[said] = () => (status, json);

    /// <summary>Nobody answers there.</summary>
    public void Silence(string said) => answers[said] = () => throw new HttpRequestException("away");

    /// <summary>Somebody's browser.</summary>
    public HttpClient As(string role, string org)
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("X-Somebody", $"{role} {org}");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return browser;
    }

    /// <summary>Reads a page.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends a form as it stands, with some fields written over and a button pressed.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, IDocument page, string form, string address, params (string Name, string Value)[] written)
    {
        var element = (IHtmlFormElement)page.QuerySelector($"form:has(input[name=_handler][value='{form}'])")!;
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in page.QuerySelectorAll("input, textarea, select").Where(field => field.Closest("form") == element || (field.GetAttribute("form") is { Length: > 0 } id && id == element.Id)))
            if (Sent(field) is { } value && field.GetAttribute("name") is { Length: > 0 } name && written.All(one => one.Name != name)) fields.Add(new(name, value));
        fields.AddRange(written.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static string? Sent(IElement field) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement list => list.Value,
        _ => null,
    };

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Somebody>("somebody", null);
            services.PostConfigure<AuthenticationOptions>(options => options.DefaultScheme = options.DefaultAuthenticateScheme = options.DefaultChallengeScheme = "somebody");
            services.AddHttpClient<ApiClient>().ConfigurePrimaryHttpMessageHandler(() => new Service(this));
        });
    }

    private sealed class Service(LonePortal portal) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var said = $"{request.Method} {request.RequestUri!.PathAndQuery}";
            lock (portal.Asked)
                portal.Asked.Add(new(said, body, request.Headers.IfMatch.FirstOrDefault()?.Tag.Trim('"'), request.Headers.TryGetValues("Idempotency-Key", out var key) ? key.Single() : null));
            var (status, json) = portal.answers.Where(one => said.StartsWith(one.Key, StringComparison.Ordinal)).OrderByDescending(one => one.Key.Length).Select(one => one.Value).FirstOrDefault()?.Invoke()
                ?? (HttpStatusCode.NotFound, "{}");
            return new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        }
    }

    /// <summary>Whoever the browser says that it is.</summary>
    private sealed class Somebody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-Somebody"].ToString().Split(' ') is not [var role, var org]) return Task.FromResult(AuthenticateResult.NoResult());
            var who = new ClaimsIdentity([new("sub", $"{role}-{org}"), new("name", "Någon"), new("role", role), new("org", org)], Scheme.Name, "name", "role");
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(who), Scheme.Name)));
        }
    }
}
