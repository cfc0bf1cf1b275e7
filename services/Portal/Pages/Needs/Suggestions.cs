using Portal.Api;

namespace Portal.Pages.Needs;

/// <summary>
/// What can be said about a need while it is written: which trades it is about, which routes the sum leaves open, what to read, and who has
/// done the same. Nobody must know a code for it.
/// </summary>
/// <param name="Trades">Trades with codes.</param>
/// <param name="Routes">Routes that are open or must be looked into.</param>
/// <param name="Advice">Chapters and examples.</param>
/// <param name="Chosen">Codes that the person has chosen.</param>
/// <param name="CountedAs">The name of the trade that the routes are counted for, when the person has chosen none.</param>
public sealed record Suggestions(
    Part<IReadOnlyList<Trade>> Trades, Part<IReadOnlyList<RouteResult>> Routes, Part<GuidanceList> Advice, IReadOnlyList<string> Chosen, string? CountedAs)
{
    private const int LongestText = 2_900;

    /// <summary>A trade that less of the text speaks for is more likely noise than help.</summary>
    private const double LeastShare = 0.08;

    /// <summary>The suggestions, or null while there is too little text.</summary>
    public static async Task<Suggestions?> For(ApiClient api, string title, string description, decimal? value, string kind, IReadOnlyList<string> chosen)
    {
        var text = $"{title}\n{description}".Trim();
        if (text.Length < 8) return null;
        var read = await api.ReadTrades(text.Length > LongestText ? text[..LongestText] : text);
        var trades = read.Done ? (read.Value?.Items ?? []).Where(trade => trade is { CpvCode: not null, Share: >= LeastShare }).ToList() : [];
        var likeliest = trades.FirstOrDefault();
        IReadOnlyList<string> codes = chosen.Count > 0 ? chosen : likeliest is null ? [] : [likeliest.CpvCode!];
        var assessed = api.Assess(new { need = new { kind, cpv = codes.Count == 0 ? null : codes, valueSek = value } });
        var advice = api.Guidance(codes, value is null ? [] : ["DIRECT_AWARD"]);
        await Task.WhenAll(assessed, advice);
        var routes = (await assessed).Value?.Routes.Where(route => route.Answer != "no").ToList();
        return new Suggestions(
            new(trades, read.Done ? PartState.Here : PartState.Unavailable),
            new(routes, routes is null ? PartState.Unavailable : PartState.Here),
            await advice, chosen, chosen.Count > 0 ? null : likeliest?.Name);
    }
}
