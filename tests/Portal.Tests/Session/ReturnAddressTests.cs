using Xunit;

namespace Portal.Tests.Session;

/// <summary>Where one is led after signing in, or after choosing a language.</summary>
public class ReturnAddressTests
{
    [Theory]
    [InlineData("/behov?sida=2", "/behov?sida=2")]
    [InlineData("/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\r\n/evil.example", "/")]
    [InlineData("\t//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("behov", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_led_elsewhere(string? asked, string led) => Assert.Equal(led, Site.Local(asked));
}
