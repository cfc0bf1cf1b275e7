using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Api;
using Portal.Pages.Operations;
using Portal.Session;
using Xunit;

namespace Portal.Tests.Operations;

/// <summary>Those who run the platform see kindly that figures are missing, and still whether each service answers.</summary>
public sealed class StatusWithoutPrometheus
{
    private sealed class Stub(Func<string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request.RequestUri!.AbsolutePath));
    }

    private sealed class Nowhere : NavigationManager
    {
        public Nowhere() => Initialize("http://portal/", "http://portal/drift");
    }

    private sealed class NobodySignedIn : IAuthenticationService
    {
        public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme) => Task.FromResult(AuthenticateResult.NoResult());
        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Task.CompletedTask;
        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Task.CompletedTask;
        public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) => Task.CompletedTask;
        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Task.CompletedTask;
    }

    private static HttpResponseMessage Json(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private static async Task<string> RenderAsync(string? address, Func<string, HttpResponseMessage> prometheus)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Prometheus:Address", address)]).Build();
        await using var request = new ServiceCollection().AddSingleton<IAuthenticationService, NobodySignedIn>().BuildServiceProvider();
        var accessor = new HttpContextAccessor { HttpContext = new DefaultHttpContext { RequestServices = request } };
        // Knowledge is away, the others answer.
        var services = new HttpClient(new Stub(path => path.StartsWith("/knowledge", StringComparison.Ordinal) ? new(HttpStatusCode.ServiceUnavailable) : Json("{}"))) { BaseAddress = new Uri("http://gateway") };
        await using var provider = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddSingleton<IHttpContextAccessor>(accessor).AddSingleton<Visitor>().AddSingleton<NavigationManager, Nowhere>()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>().AddSingleton<Flash>()
            .AddSingleton(new Prometheus(new HttpClient(new Stub(prometheus)), configuration))
            .AddSingleton(new ApiClient(services, accessor, configuration, new SilentServices(TimeProvider.System), TimeProvider.System))
            .AddCascadingValue(_ => accessor.HttpContext!).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<StatusPage>()).ToHtmlString());
    }

    public static TheoryData<string?, string> Ways => new() { { null, "" }, { "http://prometheus", "away" }, { "http://prometheus", "<html>" }, { "http://prometheus", "{\"status\":\"error\"}" } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Figures_that_cannot_be_had_are_said_to_be_missing_and_the_services_are_asked_themselves(string? address, string answer)
    {
        var html = WebUtility.HtmlDecode(await RenderAsync(address, _ => answer == "away" ? throw new HttpRequestException("refused") : Json(answer)));
        Assert.Contains("Mätvärden saknas", html, StringComparison.Ordinal);
        Assert.Contains("svarstider eller felbudget", html, StringComparison.Ordinal);
        Assert.Equal((3, 1), (html.Split(">Svarar<").Length - 1, html.Split(">Svarar inte<").Length - 1));
        Assert.DoesNotContain("felbudgeten kvar", html, StringComparison.Ordinal);
    }
}
