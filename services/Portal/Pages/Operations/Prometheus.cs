using System.Globalization;
using System.Text.Json;

namespace Portal.Pages.Operations;

/// <summary>Asks the platform's Prometheus (<c>Prometheus:Address</c>). Where there is none, or it does not answer, every answer is null.</summary>
public sealed class Prometheus(HttpClient http, IConfiguration configuration)
{
    private readonly string? address = configuration["Prometheus:Address"]?.TrimEnd('/');

    /// <summary>One figure for each value of a label; what is not a number is left out.</summary>
    /// <param name="expression">PromQL that gives a vector.</param>
    /// <param name="label">Such as <c>service</c>.</param>
    /// <param name="stop">The visitor has gone.</param>
    public async Task<IReadOnlyDictionary<string, double>?> ByAsync(string expression, string label, CancellationToken stop)
    {
        if (await AskAsync($"query?query={Uri.EscapeDataString(expression)}", stop) is not { } result) return null;
        var figures = new Dictionary<string, double>();
        foreach (var series in result.EnumerateArray())
        {
            var name = series.GetProperty("metric").TryGetProperty(label, out var found) ? found.GetString()! : "";
            if (Number(series.GetProperty("value")) is { } figure) figures[name] = figure;
        }
        return figures;
    }

    /// <summary>A figure's course over the last hour, a point each two minutes.</summary>
    /// <param name="expression">PromQL that gives one series.</param>
    /// <param name="now">The end.</param>
    /// <param name="stop">The visitor has gone.</param>
    public async Task<IReadOnlyList<double>> HourAsync(string expression, DateTimeOffset now, CancellationToken stop)
    {
        var end = now.ToUnixTimeSeconds();
        if (await AskAsync($"query_range?query={Uri.EscapeDataString(expression)}&start={end - 3600}&end={end}&step=120", stop) is not { } result || result.GetArrayLength() == 0) return [];
        return [.. result[0].GetProperty("values").EnumerateArray().Select(Number).OfType<double>()];
    }

    private async Task<JsonElement?> AskAsync(string question, CancellationToken stop)
    {
        if (address is null) return null;
        try
        {
            var answer = await http.GetFromJsonAsync<JsonElement>($"{address}/api/v1/{question}", stop);
            return answer.GetProperty("data").GetProperty("result");
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException
            || fault is OperationCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private static double? Number(JsonElement sample) =>
        double.TryParse(sample[1].GetString(), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

/// <summary>How it is made.</summary>
internal static class OperationsSetup
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        var client = builder.Services.AddHttpClient<Prometheus>(http => http.Timeout = TimeSpan.FromSeconds(2));
#pragma warning disable EXTEXP0001 // Somebody waits for the page; a second question is theirs to ask.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }
}
