using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Routes;

/// <summary>A stated fact. A member left out is not at issue (none, false, 0); a member that is <c>null</c> is unknown.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[JsonConverter(typeof(FactConverter))]
public readonly struct Fact<T>
{
    private readonly T? value;
    private readonly bool stated;

    private Fact(T? value, bool known)
    {
        this.value = value;
        stated = true;
        IsKnown = known;
    }

    /// <summary>Stated as not known.</summary>
    internal static Fact<T> Unknown { get; } = new(default, known: false);

    /// <summary>Left out.</summary>
    public bool IsAbsent => !stated;

    /// <summary>Stated as not known.</summary>
    public bool IsUnknown => stated && !IsKnown;

    /// <summary>Stated with a value.</summary>
    public bool IsKnown { get; }

    /// <summary>The value; the type's default unless <see cref="IsKnown"/>.</summary>
    public T? Value => value;

    /// <summary>A known fact.</summary>
    internal static Fact<T> Known(T value) => new(value, known: true);

    /// <summary>A known fact.</summary>
    public static implicit operator Fact<T>(T value) => Known(value);
}

/// <summary>Facts read as answers and amounts.</summary>
internal static class Facts
{
    public static Answer Answer(this Fact<bool> fact) =>
        fact.IsUnknown ? Routes.Answer.Unknown : Logic.Of(fact.IsKnown && fact.Value);

    /// <summary>An amount in SEK that is added to others: 0 when left out, anything from 0 up when unknown or less than nothing.</summary>
    public static Money Money(this Fact<decimal> fact) =>
        fact.IsUnknown || fact.Value < 0 ? Routes.Money.Unknown : Routes.Money.Exactly(fact.IsKnown ? fact.Value : 0);
}

/// <summary>Reads and writes facts: the value itself, or <c>null</c>.</summary>
internal sealed class FactConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Fact<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Fact<T>>
    {
        public override bool HandleNull => true;

        public override Fact<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null) return Fact<T>.Unknown;
            // A count stands for "how many", so for "are there any": the case format has both for suitable tenders.
            if (typeof(T) == typeof(bool) && reader.TokenType == JsonTokenType.Number)
                return Fact<T>.Known((T)(object)(reader.GetDecimal() != 0));
            var value = Parse(ref reader, options);
            // A code or a part is there or not; what is unknown is the whole list, or a member of the part.
            if (value is IEnumerable<object?> list && list.Contains(null)) throw new JsonException("null in a list");
            return Fact<T>.Known(value);
        }

        private static T Parse(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            try
            {
                return JsonSerializer.Deserialize<T>(ref reader, options) ?? throw new JsonException();
            }
            catch (JsonException exception)
            {
                // Read on its own, the value does not know where it stood; without a path of its own it is told where it stands in the whole.
                throw new JsonException(exception.Message.Split(" Path: ")[0], exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, Fact<T> value, JsonSerializerOptions options)
        {
            if (value.IsKnown) JsonSerializer.Serialize(writer, value.Value, options);
            else writer.WriteNullValue();
        }
    }
}
