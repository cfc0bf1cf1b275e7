using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Routes;

/// <summary>Facts as JSON to keep: what was left out stays out, since null would say that it was unknown.</summary>
internal static class FactsJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(RouteInput facts) => JsonSerializer.Serialize(facts, Options);
}
