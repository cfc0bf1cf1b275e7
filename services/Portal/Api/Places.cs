namespace Portal.Api;

/// <summary>Names of municipalities, read once an hour: they are the same for all, and every page needs some.</summary>
public sealed class Places(ApiClient api, TimeProvider clock)
{
    // One reference, so that nobody reads the names of one reading with the time of another.
    private static volatile Known known = new(new Dictionary<string, Municipality>(), default);

    /// <summary>All by code; empty when the service has not answered yet.</summary>
    public async Task<IReadOnlyDictionary<string, Municipality>> All()
    {
        var now = clock.GetUtcNow();
        if (known.Until > now) return known.All;
        var pages = await Task.WhenAll(Enumerable.Range(1, 3).Select(page => api.Get<PageOf<Municipality>>($"/municipalities/v1/municipalities?limit=100&page={page}")));
        if (!pages.All(page => page.IsHere)) return known.All;
        known = new(pages.SelectMany(page => page.Value!.Items).ToDictionary(place => place.Code), now.AddHours(1));
        return known.All;
    }

    /// <summary>What to call a municipality; its code when the name is not known.</summary>
    public async Task<string> Name(string code) => (await All()).TryGetValue(code, out var place) ? place.Name : code;

    /// <summary>Names of several.</summary>
    public async Task<Func<string, string>> Names()
    {
        var all = await All();
        return code => all.TryGetValue(code, out var place) ? place.Name : code;
    }

    private sealed record Known(IReadOnlyDictionary<string, Municipality> All, DateTimeOffset Until);
}
