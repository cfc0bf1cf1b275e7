using System.Text.Json;
using System.Text.Json.Nodes;
using Matchmaking.Routes;

namespace Benchmarks.Routes;

/// <summary>A case: facts, and what a jurist expects of them. The format is described in docs/routes.md.</summary>
public sealed record RouteCase(string Id, string? Description, RouteInput Input, Expectation Expect)
{
    /// <summary>The day of the value where a case does not say.</summary>
    public static readonly DateOnly DefaultDate = new(2026, 11, 23);

    // Strict, so that a key which the engine does not read is told instead of passed over.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a file of cases. An error comes with the case when a key is unknown, and without it when the case cannot be read.</summary>
    public static IEnumerable<(string Id, RouteCase? Case, string? Error)> Read(string file)
    {
        // Composed letters, since a key has an é that may be written in two ways.
        var text = File.ReadAllText(file).Normalize();
        foreach (var node in JsonNode.Parse(text)!.AsArray().Select(node => node!.AsObject()))
        {
            var id = node["id"]?.ToString() ?? "?";
            RouteCase? found = null;
            string? error = null;
            try
            {
                found = Parse(id, node, Strict);
            }
            catch (JsonException exception)
            {
                error = exception.Message;
                found = Lenient(id, node);
            }
            yield return (id, found, error);
        }
    }

    private static RouteCase Parse(string id, JsonObject node, JsonSerializerOptions options) => new(
        id,
        node["description"]?.ToString(),
        new RouteInput(node["need"].Deserialize<NeedFacts>(options) ?? new NeedFacts(), node["enterprise"].Deserialize<EnterpriseFacts>(options)),
        node["expect"].Deserialize<Expectation>(JsonSerializerOptions.Web)!);

    /// <summary>The case without the keys that the engine does not read, or null when it is malformed in another way.</summary>
    private static RouteCase? Lenient(string id, JsonObject node)
    {
        try
        {
            return Parse(id, node, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What is expected. Only the routes named are judged.</summary>
public sealed record Expectation(
    IReadOnlyDictionary<string, string> Routes,
    string[]? Duties = null,
    string[]? DutiesNot = null,
    string[]? Citations = null,
    decimal? LimitSek = null);
