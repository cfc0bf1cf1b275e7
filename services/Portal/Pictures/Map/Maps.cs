namespace Portal.Pictures.Map;

/// <summary>From the services' lists to marks.</summary>
public static class Maps
{
    /// <summary>What to call a municipality; the code when it is not one of the 290.</summary>
    public static string NameOf(string code) => Country.Municipalities.TryGetValue(code, out var municipality) ? municipality.Name : code;

    /// <summary>All municipalities in Swedish order, for lists to choose from.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [.. Country.Municipalities.Values.OrderBy(municipality => municipality.Name, StringComparer.Create(Swedish.Culture, ignoreCase: true)).Select(municipality => (municipality.Code, municipality.Name))];

    /// <summary>How many there are in each municipality.</summary>
    /// <param name="things">What is counted.</param>
    /// <param name="where">Its municipality's code.</param>
    /// <param name="one">What one is called: affär.</param>
    /// <param name="several">What several are called: affärer.</param>
    /// <param name="href">Where a municipality's row leads, from its code.</param>
    public static IReadOnlyList<Mark> Count<T>(IEnumerable<T> things, Func<T, string> where, string one, string several, Func<string, string>? href) =>
        [.. things.GroupBy(where).Select(group => new Mark(group.Key, group.Count(), Swedish.Count(group.Count(), one, several), href?.Invoke(group.Key)))];
}
