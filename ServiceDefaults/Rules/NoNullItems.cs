using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServiceDefaults.Rules;

/// <summary>
/// No list in a message may hold null: nullable reference types say so of its items, and the reader of JSON does not look. Said once, for all
/// lists, because a row with such a list would be stored and then break whatever reads it.
/// </summary>
internal static class NoNullItems
{
    public static void Refuse(JsonTypeInfo type)
    {
        if (type.Kind is JsonTypeInfoKind.Enumerable && type.ElementType is { IsValueType: false }) type.OnDeserialized += Look;
    }

    private static void Look(object list)
    {
        foreach (var item in (IEnumerable)list)
            if (item is null) throw new JsonException("A list holds null.");
    }
}
