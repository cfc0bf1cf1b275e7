using Portal.Api;
using Portal.Components;

namespace Portal.Pages.Needs;

/// <summary>
/// What can be said about a need while it is written: which trades it is about, which routes the sum leaves open, what to read, and who has
/// done the same. Nobody must know a code for it.
/// </summary>
/// <param name="Trades">Trades with codes.</param>
/// <param name="Routes">Routes that are open or must be looked into.</param>
/// <param name="Advice">Chapters and examples.</param>
/// <param name="Chosen">Codes that the person has chosen.</param>
/// <param name="Elsewhere">Those of them that have a field in the form itself; what is beside it has none for them.</param>
/// <param name="Loose">Those that have no field in the form and are no longer suggested, with their names.</param>
/// <param name="CountedAs">The name of the trade that the routes are counted for, when the person has chosen none.</param>
public sealed record Suggestions(
    Part<IReadOnlyList<Trade>> Trades, Part<IReadOnlyList<RouteResult>> Routes, Part<GuidanceList> Advice, IReadOnlyList<string> Chosen, IReadOnlyList<string> Elsewhere, IReadOnlyList<Option> Loose, string? CountedAs)
{
    private const int ShortestText = 8;
    private const int LongestText = 2_900;

    /// <summary>A trade that less of the text speaks for is more likely noise than help.</summary>
    private const double LeastShare = 0.08;

    /// <summary>The suggestions, or null while there is too little text.</summary>
    /// <param name="api">The services.</param>
    /// <param name="title">What is needed.</param>
    /// <param name="description">More about it.</param>
    /// <param name="value">The sum.</param>
    /// <param name="kind">Goods, service or works.</param>
    /// <param name="chosen">Codes that the person has chosen.</param>
    /// <param name="elsewhere">Those of them that the form itself has a field for.</param>
    public static async Task<Suggestions?> For(ApiClient api, string title, string description, decimal? value, string kind, IReadOnlyList<string> chosen, IReadOnlyList<string> elsewhere)
    {
        var text = $"{title}\n{description}".Trim();
        if (text.Length < ShortestText && chosen.All(elsewhere.Contains)) return null;
        var read = text.Length < ShortestText ? default : await api.ReadTrades(text.Length > LongestText ? text[..LongestText] : text);
        var trades = read.Done ? (read.Value?.Items ?? []).Where(trade => trade is { CpvCode: not null, Share: >= LeastShare }).ToList() : [];
        var likeliest = trades.FirstOrDefault();
        IReadOnlyList<string> codes = chosen.Count > 0 ? chosen : likeliest is null ? [] : [likeliest.CpvCode!];
        var assessed = api.Assess(new { need = new { kind, cpv = codes.Count == 0 ? null : codes, valueSek = value } });
        var advice = api.Guidance(codes, value is null ? [] : ["DIRECT_AWARD"]);
        var loose = chosen.Where(code => !elsewhere.Contains(code) && trades.All(trade => trade.CpvCode != code)).ToList();
        var names = api.NameCodes(loose);
        await Task.WhenAll(assessed, advice, names);
        var routes = (await assessed).Value?.Routes.Where(route => route.Answer != "no").ToList();
        return new Suggestions(
            new(trades, read.Done ? PartState.Here : PartState.Unavailable),
            new(routes, routes is null ? PartState.Unavailable : PartState.Here),
            await advice, chosen, elsewhere, Named(loose, await names), chosen.Count > 0 ? null : likeliest?.Name);
    }

    /// <summary>Codes to choose among, called by their names.</summary>
    public static Option[] Named(IReadOnlyList<string> codes, IReadOnlyList<string> names) => [.. codes.Zip(names, (code, name) => new Option(code, name))];
}
