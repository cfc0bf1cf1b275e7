using Xunit;

namespace Portal.Tests.Html;

/// <summary>The checker is shown what it must find.</summary>
public sealed class HtmlCheckTests
{
    private static string Page(string inside) => $"<!DOCTYPE html><html lang=\"sv\"><head><title>T</title></head><body><main><h1>R</h1>{inside}</main></body></html>";

    [Fact]
    public void A_right_page_has_no_fault() =>
        Assert.Empty(HtmlCheck.Faults(Page("""<p id="a">Text</p><ul><li><a href="/x">Länk</a></li></ul><label for="f">F</label><input id="f" aria-describedby="a"><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>""")));

    [Theory]
    [InlineData("<p><div>x</div></p>", "")]
    [InlineData("<b>x</i></b>", "")]
    [InlineData("<table><div>x</div></table>", "")]
    [InlineData("<p id=\"a\"></p><p id=\"a\"></p>", "id \"a\" 2 times")]
    [InlineData("<label for=\"nowhere\">x</label>", "names nothing")]
    [InlineData("<ul><div>x</div></ul>", "<div> directly")]
    [InlineData("<a href=\"/\"><button>x</button></a>", "interactive <button>")]
    [InlineData("<p style=\"color:red\">x</p>", "style attribute")]
    [InlineData("<h3>x</h3>", "heading 3 after 1")]
    [InlineData("<img src=\"/x\">", "no alt")]
    [InlineData("<button type=\"button\"><div>x</div></button>", "block <div>")]
    public void A_wrong_page_has_one(string inside, string found)
    {
        var faults = HtmlCheck.Faults(Page(inside));
        Assert.NotEmpty(faults);
        Assert.Contains(faults, fault => fault.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_needs_a_doctype_and_a_language()
    {
        Assert.NotEmpty(HtmlCheck.Faults("<html><head><title>T</title></head><body><main><h1>R</h1></main></body></html>"));
        Assert.Contains("no title", HtmlCheck.Faults("<!DOCTYPE html><html lang=sv><head><title></title></head><body><main><h1>R</h1></main></body></html>"));
    }
}
