using System.Text.RegularExpressions;
using System.Xml.Linq;
using Testing;
using Xunit;

namespace Architecture.Tests;

/// <summary>What may know what, and how large a thing may grow. Each rule is also shown something that breaks it.</summary>
public sealed partial class Layout
{
    private static readonly string[] Services = ["Municipalities", "Enterprises", "Matchmaking", "Knowledge"];

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> NotAllowed(string project) => References(project).Where(name => name is not ("ServiceDefaults" or "Contracts"));

    [Fact]
    public void A_service_knows_the_defaults_and_the_contracts_only()
    {
        foreach (var service in Services)
            Assert.Empty(NotAllowed(File.ReadAllText(Path.Combine(Repository.Root, "services", service, $"{service}.csproj"))));
        Assert.Equal(["Enterprises"], NotAllowed("""
            <Project><ItemGroup>
              <ProjectReference Include="../../ServiceDefaults/ServiceDefaults.csproj" />
              <ProjectReference Include="..\Enterprises\Enterprises.csproj" />
            </ItemGroup></Project>
            """));
    }

    [Fact]
    public void The_contracts_know_nothing() =>
        Assert.Empty(References(File.ReadAllText(Path.Combine(Repository.Root, "services/Contracts/Contracts.csproj"))));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Platform.sln")).Replace('\\', '/');
        Assert.All(Source.Files("*.csproj"), project => Assert.Contains(project.Path, solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Files_stay_small()
    {
        var long_ = Source.All.Where(source => Lines(source) > 200).Select(source => $"{source.Path}: {Lines(source)}");
        Assert.Empty(long_);
        Assert.True(Lines(new Source("a.cs", string.Concat(Enumerable.Repeat("x\n", 201)))) > 200);
    }

    private static int Lines(Source source) => source.Text.Count(character => character == '\n');

    /// <summary>A service hears of others by events; it calls nobody over HTTP.</summary>
    [Fact]
    public void Services_call_nobody()
    {
        Assert.Empty(Source.All.Where(source => Services.Any(service => source.Path.StartsWith($"services/{service}/", StringComparison.Ordinal))
            && CallsHttp().IsMatch(source.Text)).Select(source => source.Path));
        Assert.Matches(CallsHttp(), "var client = new HttpClient();");
    }

    /// <summary>Time comes from TimeProvider, so that a year can pass in a test.</summary>
    [Fact]
    public void Services_take_the_time_from_the_clock_that_they_are_given()
    {
        Assert.Empty(Source.All.Where(source => source.Path.StartsWith("services/", StringComparison.Ordinal)
            && OwnClock().IsMatch(source.Text)).Select(source => source.Path));
        Assert.Matches(OwnClock(), "var now = DateTimeOffset.UtcNow;");
    }

    [Fact]
    public void Tests_wait_by_looking_not_by_sleeping()
    {
        // A stub may be slow (Pause); load generators and the fault rig pace themselves by pauses; tests do not.
        Assert.Empty(Source.All.Where(source => source.Path.StartsWith("tests/", StringComparison.Ordinal) && source.Path.Contains(".Tests/", StringComparison.Ordinal)
            && !source.Path.EndsWith("/Layout.cs", StringComparison.Ordinal) && Sleeps().IsMatch(source.Text)).Select(source => source.Path));
        Assert.Matches(Sleeps(), "await Task.Delay(500);");
    }

    [GeneratedRegex(@"\bI?HttpClient(Factory)?\b")]
    private static partial Regex CallsHttp();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex OwnClock();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\((?!Timeout\.Infinite|Pause\b)")]
    private static partial Regex Sleeps();
}
