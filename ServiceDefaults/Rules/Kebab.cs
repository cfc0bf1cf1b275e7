using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceDefaults.Rules;

/// <summary>The one spelling of enumerations in JSON, in query strings, in events and in the database: <c>in-dialogue</c>.</summary>
public static class Kebab
{
    /// <summary>The value's spelling.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The value that is spelt so, or null.</summary>
    public static T? Parse<T>(string? text) where T : struct, Enum =>
        text is not null && Names<T>.ByName.TryGetValue(text, out var value) ? value : null;

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}

/// <summary>An enumeration as a query parameter; another spelling is refused by the parameter's name.</summary>
/// <param name="Value">What was asked for.</param>
public readonly record struct Choice<T>(T Value) : IParsable<Choice<T>> where T : struct, Enum
{
#pragma warning disable CA1000 // The framework's binder looks for exactly these.
    /// <inheritdoc/>
    public static Choice<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var choice) ? choice : throw new FormatException();

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choice<T> result)
    {
        var value = Kebab.Parse<T>(s);
        result = new Choice<T>(value.GetValueOrDefault());
        return value is not null;
    }
#pragma warning restore CA1000
}

/// <summary>Stores an enumeration by its spelling, which may be read in the database and is safe to reorder.</summary>
public sealed class KebabConverter<T>() : ValueConverter<T, string>(value => Kebab.Of(value), text => Kebab.Parse<T>(text)!.Value)
    where T : struct, Enum;
