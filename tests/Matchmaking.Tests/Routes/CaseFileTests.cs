using Benchmarks.Routes;
using Xunit;

namespace Matchmaking.Tests.Routes;

/// <summary>Case files come from others: what is malformed is told by case, and the rest is judged all the same.</summary>
public class CaseFileTests
{
    private const string Right = """{"id":"right","need":{"kind":"service","cpv":["77314100"],"valueSek":640000},"enterprise":null,"expect":{"routes":{"DIRECT_AWARD":"yes"}}}""";

    private static (int Exit, string Told) Run(string content)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, content);
            var told = new StringWriter();
            return (RouteCases.Run(["--cases", file], told, told), told.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("\"text\"", "ska vara ett objekt")]
    [InlineData("null", "ska vara ett objekt")]
    [InlineData("""{"id":"x","expect":{"routes":{"LOV":"no"}}}""", "need saknas")]
    [InlineData("""{"id":"x","need":{}}""", "expect.routes saknas")]
    [InlineData("""{"id":"x","need":{},"expect":{"routes":{}}}""", "expect.routes saknas")]
    [InlineData("""{"id":"x","need":{},"expect":{"routes":{"LOV":"nej"}}}""", "ska vara yes, no eller unknown")]
    [InlineData("""{"id":"x","need":{},"expect":{"routes":{"LOV":true}}}""", "routes.LOV")]
    [InlineData("""{"id":"x","need":{},"expect":{"routes":{"LOV":"no"},"citations":[null]}}""", "null i expect.citations")]
    [InlineData("""{"id":"x","need":{"valueSek":"640 000 kr"},"expect":{"routes":{"LOV":"no"}}}""", "valueSek")]
    [InlineData("""{"id":"x","need":{"valueSek":1e300},"expect":{"routes":{"LOV":"no"}}}""", "valueSek")]
    [InlineData("""{"id":"x","need":{"valueSek":7e28,"optionsSek":7e28},"expect":{"routes":{"LOV":"no"}}}""", "för stora")]
    [InlineData("""{"id":"x","need":{"cpv":"77314100"},"expect":{"routes":{"LOV":"no"}}}""", "cpv")]
    [InlineData("""{"id":"x","need":{"parts":[null]},"expect":{"routes":{"LOV":"no"}}}""", "parts")]
    [InlineData("""{"id":"x","need":{"startDate":"2026-13-01"},"expect":{"routes":{"LOV":"no"}}}""", "startDate")]
    [InlineData("""{"id":"x","need":{},"enterprise":[],"expect":{"routes":{"LOV":"no"}}}""", "EnterpriseFacts")]
    [InlineData("""{"id":"x","id":"y","need":{},"expect":{"routes":{"LOV":"no"}}}""", "same key")]
    [InlineData("""{"id":"right","need":{},"expect":{"routes":{"LOV":"no"}}}""", "används redan")]
    public void A_malformed_case_is_told_and_the_others_are_judged(string malformed, string told)
    {
        var (exit, text) = Run($"[{Right},{malformed},{Right.Replace("right", "last", StringComparison.Ordinal)}]");
        Assert.Equal(1, exit);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.Contains("pass  right", text, StringComparison.Ordinal);
        Assert.Contains("pass  last", text, StringComparison.Ordinal);
        Assert.Contains("2 of 3 cases pass", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_told_and_the_case_judged()
    {
        var (exit, text) = Run($"[{Right.Replace("\"kind\"", "\"wish\":1,\"kind\"", StringComparison.Ordinal)}]");
        Assert.Equal(0, exit);
        Assert.Contains("wish", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_as_text_are_numbers() =>
        Assert.Equal(0, Run($"[{Right.Replace("640000", "\"640000\"", StringComparison.Ordinal)}]").Exit);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"cases\":[]}")]
    [InlineData("[{\"id\":")]
    public void What_is_no_list_of_cases_is_told_by_code(string content) => Assert.Equal(2, Run(content).Exit);
}
