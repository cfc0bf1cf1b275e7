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

    /// <summary>
    /// Reads a file of cases. An error comes with the case when a key is unknown, and without it when the case cannot be read;
    /// one malformed case does not stop the others. Throws <see cref="JsonException"/> when the file is no list of cases at all.
    /// </summary>
    public static IEnumerable<(string Id, RouteCase? Case, string? Error)> Read(string file)
    {
        // Composed letters, since a key has an é that may be written in two ways.
        if (JsonNode.Parse(File.ReadAllText(file).Normalize()) is not JsonArray nodes) throw new JsonException("Filen ska vara en lista av fall: [ {…}, {…} ].");
        HashSet<string> seen = [];
        for (var at = 0; at < nodes.Count; at++)
        {
            var (id, found, error) = Read(nodes[at], $"fall {at + 1}");
            yield return seen.Add(id) ? (id, found, error) : ($"{id} (fall {at + 1})", null, $"id {id} används redan av ett tidigare fall");
        }
    }

    private static (string Id, RouteCase? Case, string? Error) Read(JsonNode? node, string place)
    {
        var id = place;
        try
        {
            if (node is not JsonObject item) return (id, null, "fallet ska vara ett objekt");
            if (item["id"]?.ToString() is { Length: > 0 } given) id = given;
            if (item["need"] is null) return (id, null, "need saknas");
            if (item["expect"]?["routes"] is not JsonObject { Count: > 0 }) return (id, null, "expect.routes saknas");
            foreach (var list in (string[])["duties", "dutiesNot", "citations"])
                if (item["expect"]![list] is JsonArray texts && texts.Contains(null)) return (id, null, $"null i expect.{list}");
            try
            {
                return (id, Parse(id, item, Strict), null);
            }
            catch (JsonException exception)
            {
                // Without the keys that the engine does not read.
                return (id, Parse(id, item, JsonSerializerOptions.Web), Told(exception));
            }
        }
        // A key that stands twice is told as an argument, a list where an object should be as an operation.
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return (id, null, Told(exception));
        }
    }

    private static string Told(Exception exception) =>
        exception is JsonException { Path: { } path } && !exception.Message.Contains(" Path: ", StringComparison.Ordinal) ? $"{path}: {exception.Message}" : exception.Message;

    private static RouteCase Parse(string id, JsonObject node, JsonSerializerOptions options) => new(
        id,
        node["description"]?.ToString(),
        new RouteInput(node["need"].Deserialize<NeedFacts>(options)!, node["enterprise"].Deserialize<EnterpriseFacts>(options)),
        node["expect"].Deserialize<Expectation>(JsonSerializerOptions.Web)!);
}

/// <summary>What is expected. Only the routes named are judged.</summary>
public sealed record Expectation(
    IReadOnlyDictionary<string, string> Routes,
    string[]? Duties = null,
    string[]? DutiesNot = null,
    string[]? Citations = null,
    decimal? LimitSek = null);
