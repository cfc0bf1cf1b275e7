using System.Collections.Concurrent;
using LocalServers;
using Microsoft.Playwright;
using Testing;
using Xunit;

namespace Portal.Tests.Browser;

/// <summary>How somebody looks at the portal.</summary>
/// <param name="Width">CSS pixels: 1280 a desk, 320 the narrowest phone and also a desk at 400 %.</param>
/// <param name="User">Who is signed in, see docs/identity.md; null is anyone.</param>
/// <param name="Script">False switches JavaScript off.</param>
/// <param name="Dark">The system's dark colours.</param>
public sealed record Viewer(int Width = 1280, string? User = null, bool Script = true, bool Dark = false);

/// <summary>
/// The platform and the distribution's Chromium, each started once. Each viewer has a context, and with it cookies, of its own.
/// </summary>
public sealed class RunningPortal : IAsyncLifetime
{
    // The last flags keep the browser itself from calling home.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
    private readonly RunningPlatform platform = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> sessions = new();
    private readonly Lazy<Task> started;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The platform behind it.</summary>
    public RunningPlatform Platform => platform;

    /// <summary>Begins with the first visit, so that the tests of drawings alone wait for nothing.</summary>
    public RunningPortal() => started = new Lazy<Task>(StartAsync);

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private async Task StartAsync()
    {
        var starting = platform.InitializeAsync();
        var path = await Programs.ChromiumAsync(new ServerOptions { DataFolder = TestFolder.New("chromium") });
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags, Headless = true });
        await starting;
        // A busy machine's first questions may take longer than a page waits: what is tested is a platform that has answered once.
        using var anyone = platform.Public();
        anyone.DefaultRequestHeaders.Add("Accept", "text/html");
        await Eventually.TrueAsync(async () => !(await anyone.GetStringAsync("/")).Contains("class=\"gone\"", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(async () => (await anyone.GetAsync($"/behov/{Guid.NewGuid()}")).StatusCode == System.Net.HttpStatusCode.NotFound, TimeSpan.FromMinutes(2));
    }

    /// <summary>A page of a context of its own; dispose it after use.</summary>
    public async Task<Visit> VisitAsync(Viewer viewer)
    {
        await started.Value;
        var options = new BrowserNewContextOptions
        {
            BaseURL = platform.Gateway.ToString(),
            ViewportSize = new ViewportSize { Width = viewer.Width, Height = viewer.Width < 600 ? 640 : 800 },
            JavaScriptEnabled = viewer.Script,
            ColorScheme = viewer.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
        };
        // Somebody who has signed in once stays signed in: the cookie is given to later contexts.
        if (viewer.User is { } user)
            options.StorageState = await sessions.GetOrAdd(user, name => new Lazy<Task<string>>(() => SignInAsync(name))).Value;
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return new Visit(context, await context.NewPageAsync(), platform.Gateway);
    }

    private async Task<string> SignInAsync(string user)
    {
        await using var visit = await VisitAsync(new Viewer());
        await visit.SignInAsync(user);
        return await visit.Page.Context.StorageStateAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (started.IsValueCreated) await platform.DisposeAsync();
    }
}
