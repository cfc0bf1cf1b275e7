using Microsoft.Playwright;
using Testing;

namespace Portal.Tests.Browser;

/// <summary>Somebody at a page, and what the page did meanwhile.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri gateway;
    private readonly List<string> complaints = [];
    private readonly List<string> elsewhere = [];

    /// <summary>Listens from the start.</summary>
    public Visit(IBrowserContext context, IPage page, Uri gateway)
    {
        (this.context, Page, this.gateway) = (context, page, gateway);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") lock (complaints) complaints.Add(message.Text); };
        page.PageError += (_, error) => { lock (complaints) complaints.Add(error); };
        page.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is "http" or "https" && asked.Authority != gateway.Authority) lock (elsewhere) elsewhere.Add(request.Url);
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors and warnings of the console: refused by the content policy, missing files, faults in script.</summary>
    public IReadOnlyList<string> Complaints
    {
        get { lock (complaints) return [.. complaints]; }
    }

    /// <summary>Requests to any address but the platform's own.</summary>
    public IReadOnlyList<string> Elsewhere
    {
        get { lock (elsewhere) return [.. elsewhere]; }
    }

    /// <summary>Goes to an address of the portal.</summary>
    public async Task<IResponse> GoAsync(string path) =>
        await Page.GotoAsync(new Uri(gateway, path).ToString()) ?? throw new InvalidOperationException($"{path} gave no answer.");

    /// <summary>Signs in by the form, as people do.</summary>
    public async Task SignInAsync(string user)
    {
        await GoAsync("/signin");
        await Page.Locator("input[name=userName]").FillAsync(user);
        await Page.Locator("input[name=password]").FillAsync(RealSignIn.Password);
        await Page.Locator("main button[type=submit], form button[type=submit]").First.ClickAsync();
        await Page.WaitForURLAsync(address => new Uri(address).AbsolutePath is var at && !at.StartsWith("/identity", StringComparison.Ordinal) && at != "/signin-oidc");
    }

    /// <summary>What stands wider than the window, in words; empty when nothing does.</summary>
    public Task<string[]> TooWideAsync() => Page.EvaluateAsync<string[]>("""
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1)
                .slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ends at ${Math.round(e.getBoundingClientRect().right)} of ${width}`);
        }
        """);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
