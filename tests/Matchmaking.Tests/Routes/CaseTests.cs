using Benchmarks.Routes;
using Xunit;

namespace Matchmaking.Tests.Routes;

/// <summary>Every case in <c>cases/</c> through the engine, judged strictly.</summary>
public class CaseTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(RouteCases.Folder, "*.json").Order(StringComparer.Ordinal))
                foreach (var (id, _, _) in RouteCase.Read(file)) cases.Add(Path.GetFileName(file), id);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_is_answered_as_expected(string file, string id)
    {
        var (_, found, error) = RouteCase.Read(Path.Combine(RouteCases.Folder, file)).Single(read => read.Id == id);
        Assert.Null(error);
        Assert.NotNull(found);
        Assert.Empty(RouteCheck.Check(found).Differences);
    }
}
