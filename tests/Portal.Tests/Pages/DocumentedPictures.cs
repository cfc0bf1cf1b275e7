using Microsoft.Playwright;
using Portal.Tests.Browser;
using Testing;
using Xunit;

namespace Portal.Tests.Pages;

/// <summary>
/// The pictures of the documentation, taken from the pages as they are: with <c>UPDATE_PICTURES=1</c> in the environment this test takes
/// all of them anew; without it, it looks after them.
/// </summary>
public sealed class DocumentedPictures(RunningPortal portal)
{
    private const int Largest = 150 * 1024;

    private static readonly Guid Need = Contracts.SeedIds.Need("B01");

    /// <summary>Name, address, who looks, how wide and how high.</summary>
    private static readonly (string Name, string Path, string? User, int Width, int Height)[] Pages =
    [
        ("start", "/", null, 1280, 900),
        ("start-320", "/", null, 320, 700),
        ("karta", "/karta", null, 1280, 1000),
        ("behov", "/behov", null, 1280, 900),
        ("behov-ett", $"/behov/{Need}", "malmo.enhetschef", 1280, 820),
        ("jamfor", $"/behov/{Need}/jamfor?f={Contracts.SeedIds.Enterprise("F01")}&f={Contracts.SeedIds.Enterprise("F12")}", "malmo.enhetschef", 1280, 900),
        ("vagval", "/vagval?prova=1&kind=service&valueSek=900000&cpv=55330000&need.recurring=nej#resultat", "malmo.upphandlare", 1280, 1150),
        ("for-oss", "/for-oss", "foretag.f01", 1280, 900),
        ("for-oss-320", "/for-oss", "foretag.f01", 320, 700),
        ("resa", "/resa", "malmo.utvecklingsledare", 1280, 900),
        ("natverket", "/natverket", "skr.processledare", 1280, 900),
        ("kapitel", "/handbok/reserverad-upphandling", null, 1280, 680),
        ("statistik", "/statistik", null, 1280, 900),
        ("moten", "/moten", null, 1280, 900),
        ("drift", "/drift", "drift", 1280, 900),
    ];

    private static readonly string[] ByHand = ["beskriv", "beskriv-320", "affar"];

    private static string Folder => Path.Combine(Repository.Root, "docs", "pictures");

    [Fact]
    public async Task Each_is_there_small_and_shown_where_people_read()
    {
        if (Shots.Update) await TakeAsync();
        var names = Pages.Select(page => page.Name).Concat(ByHand).Order(StringComparer.Ordinal);
        Assert.Equal(names, Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        var read = string.Concat(new[] { "README.md", "docs/portal.md" }.Select(file => File.ReadAllText(Path.Combine(Repository.Root, file))));
        Assert.All(Directory.GetFiles(Folder), picture =>
        {
            Assert.InRange(new FileInfo(picture).Length, 1, Largest);
            Assert.Contains($"pictures/{Path.GetFileName(picture)})", read, StringComparison.Ordinal);
        });
    }

    private async Task TakeAsync()
    {
        foreach (var (name, path, user, width, height) in Pages)
        {
            await using var visit = await portal.VisitAsync(new Viewer(width, user));
            await visit.Page.SetViewportSizeAsync(width, height);
            await visit.GoAsync(path);
            await Shots.KeepAsync(visit.Page, name);
        }
        await DescribedAsync(1280, 1000, "beskriv");
        await DescribedAsync(320, 700, "beskriv-320");
        await DealAsync();
    }

    /// <summary>The form with what appears while somebody writes.</summary>
    private async Task DescribedAsync(int width, int height, string name)
    {
        await using var visit = await portal.VisitAsync(new Viewer(width, "malmo.enhetschef"));
        await visit.Page.SetViewportSizeAsync(width, height);
        await visit.GoAsync("/behov/nytt");
        await visit.Page.Locator("[name=title]").FillAsync("Fika och lunch till dagverksamheten");
        await visit.Page.Locator("[name=description]").FillAsync("Vi behöver någon som lagar och levererar lunch till 25 personer tre dagar i veckan, och fika två gånger om dagen.");
        await visit.Page.Locator("[name=valueSek]").FillAsync("350 000");
        await Assertions.Expect(visit.Page.Locator("aside")).ToContainTextAsync("CPV");
        await Shots.KeepAsync(visit.Page, name);
    }

    /// <summary>A deal, which the demonstration data have none of: from an answer to a need.</summary>
    private async Task DealAsync()
    {
        await using var enterprise = await portal.VisitAsync(new Viewer(User: "foretag.f02"));
        await enterprise.GoAsync($"/behov/{Need}");
        await enterprise.Page.Locator("[name=message]").FillAsync("Vi har kök i samma kvarter och kan börja till våren.");
        await enterprise.Page.Locator("form:has([name=message]) button[type=submit]").ClickAsync();
        await using var manager = await portal.VisitAsync(new Viewer(User: "malmo.enhetschef"));
        await manager.Page.SetViewportSizeAsync(1280, 900);
        await manager.GoAsync(new Uri(enterprise.Page.Url).AbsolutePath);
        await manager.Page.Locator("main").GetByText("Börja en affär").First.ClickAsync();
        await Shots.KeepAsync(manager.Page, "affar");
    }
}
