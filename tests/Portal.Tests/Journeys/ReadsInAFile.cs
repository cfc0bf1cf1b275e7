using System.Text;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>The network lead takes in a register of enterprises: tries it, hears which line is wrong, and publishes what has been corrected.</summary>
public sealed class ReadsInAFile(RunningPortal portal)
{
    private const string Heading = "organisationNumber;legalForm;name;municipalityCode;presentation;offerTitle;offerDescription;cpvCodes;areaKind;areaCodes";

    [Theory]
    [InlineData(1280, true, "7696004717")]
    [InlineData(320, false, "7696004725")]
    public async Task A_register_is_tried_corrected_and_published(int width, bool script, string number)
    {
        await using var lead = await portal.VisitAsync(new Viewer(width, "skr.processledare", script));
        var (page, name) = (lead.Page, $"Garnhuset {width}");
        await lead.GoAsync("/natverket/importera");
        await PressAsync(page, "Läs in filen");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Välj en fil");
        await Choose("register.xlsx", "");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("ska sluta på .csv eller .json");

        var wrong = number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));
        await Choose("register.csv", $"{Heading}\n{wrong};economic-association;{name};1280;Vi spinner.;Spinning;Ullgarn i lösvikt.;19400000;municipalities;1280\n");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Inget är inläst");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("Rad 2");

        var right = $"{Heading}\n{number};economic-association;{name};1280;Vi spinner.;Spinning;Ullgarn i lösvikt.;19400000;municipalities;1280\n";
        await Choose("register.csv", right);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Filen går att läsa in: 1 företag och 1 erbjudanden");
        await page.Locator("[name=how][value=publish]").CheckAsync();
        await Choose("register.csv", right);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 företag och 1 erbjudanden är inlästa");
        Assert.Empty(await lead.TooWideAsync());
        await Shots.LookAsync(page, $"inlast-{width}");
        await page.Locator("main table a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);

        async Task Choose(string file, string text)
        {
            await page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text.Length > 0 ? text : "x") });
            await PressAsync(page, "Läs in filen");
        }
    }
}
