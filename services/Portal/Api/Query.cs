using System.Globalization;

namespace Portal.Api;

/// <summary>Builds an address with a query; what is empty is left out.</summary>
public static class Query
{
    /// <summary>The address.</summary>
    /// <param name="path">From the root.</param>
    /// <param name="values">Name and value; null and empty are not sent.</param>
    public static string Of(string path, params (string Name, object? Value)[] values)
    {
        var parts = values.Select(value => (value.Name, Text: Text(value.Value))).Where(part => part.Text.Length > 0)
            .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Text)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim() ?? "",
    };
}
