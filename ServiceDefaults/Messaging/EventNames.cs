using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts;

namespace ServiceDefaults.Messaging;

/// <summary>Names of events on the wire, which outlive the names of classes.</summary>
internal static class EventNames
{
    private static readonly ConcurrentDictionary<Type, string> Known = new();

    public static string Of<TEvent>() where TEvent : INounChanged => Of(typeof(TEvent));

    public static string Of(Type type) => Known.GetOrAdd(type, static type =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.FullName} has no [EventName]."));

    /// <summary>Names of the events that are not public, among those of the contracts and of a service's own assembly.</summary>
    public static string[] Private(Assembly service) =>
        [.. new[] { typeof(INounChanged).Assembly, service }.Distinct().SelectMany(assembly => assembly.GetTypes())
            .Select(type => type.GetCustomAttribute<EventNameAttribute>()).Where(name => name is { Private: true }).Select(name => name!.Name).Distinct()];

    /// <summary>The service that publishes the event: what stands before the dot.</summary>
    public static string Publisher(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>
/// How events are written and read. As at the edge (<see cref="ApiJson"/>), but members that the reader does not know are passed
/// over: publisher and consumer are never deployed in the same moment.
/// </summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = new(ApiJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        // The body is never put into a page; å, ä and ö may stay readable in the log.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(INounChanged changed) => JsonSerializer.Serialize(changed, changed.GetType(), Options);

    public static TEvent Read<TEvent>(ReadOnlySpan<byte> body) where TEvent : INounChanged =>
        JsonSerializer.Deserialize<TEvent>(body, Options) ?? throw new JsonException("The event is null.");
}
