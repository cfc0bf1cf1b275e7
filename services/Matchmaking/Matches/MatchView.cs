using Matchmaking.Matching;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Matches;

/// <summary>A need and the enterprise that could meet it.</summary>
/// <param name="Need">The need.</param>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="Offer">That of its offers which fits best.</param>
/// <param name="Score">0 to 1; the same whichever side asks.</param>
/// <param name="Parts">What the score is made of; they add up to it.</param>
/// <param name="Reasons">Why, in Swedish, the weightiest first.</param>
/// <param name="WeightsVersion">Weights, vocabulary and text analysis that gave the score.</param>
public sealed record MatchView(
    MatchView.NeedSide Need,
    MatchView.EnterpriseSide Enterprise,
    MatchView.OfferSide Offer,
    double Score,
    IReadOnlyDictionary<string, double> Parts,
    IReadOnlyList<Reason> Reasons,
    string WeightsVersion)
{
    /// <summary>The need, as people call it.</summary>
    /// <param name="Id">Identity of the need.</param>
    /// <param name="Title">What is needed, in the unit's own words.</param>
    /// <param name="MunicipalityCode">Where.</param>
    /// <param name="MunicipalityName">Its name, or null while it is not known.</param>
    /// <param name="AnswerBy">Last day of an interest, or null.</param>
    /// <param name="CpvCode">Its main CPV code, or null.</param>
    /// <param name="CpvLabel">What the code is called in the official list, or null where the operator has imported none.</param>
    public sealed record NeedSide(
        Guid Id, string Title, string MunicipalityCode, string? MunicipalityName, DateOnly? AnswerBy, string? CpvCode = null, string? CpvLabel = null);

    /// <summary>The enterprise, as people call it.</summary>
    public sealed record EnterpriseSide(Guid Id, string Name, string MunicipalityCode, string? MunicipalityName);

    /// <summary>The offer, as people call it.</summary>
    /// <param name="Id">Identity of the offer.</param>
    /// <param name="Title">The trade in everyday words.</param>
    /// <param name="CpvCode">Its main CPV code, or null.</param>
    /// <param name="CpvLabel">What the code is called in the official list, or null where the operator has imported none.</param>
    public sealed record OfferSide(Guid Id, string Title, string? CpvCode = null, string? CpvLabel = null);

    /// <summary>The most pairs that can be paged through: nobody reads further, and a page costs the whole list.</summary>
    internal const int Most = 200;

    /// <summary>A page of matches with the names of both sides. A side withdrawn in the last moment is left out.</summary>
    internal static async Task<Page<MatchView>> PageOf(
        MatchPage matches, Asking asking, Paging paging, HttpRequest request, CancellationToken stop) =>
        Pages.Of(await ViewsOf(matches.Items, asking, stop), matches.Total, paging, request);

    /// <summary>Which of the best are asked for.</summary>
    internal static Window WindowOf(Paging paging) => new(Most, Weights.LeastMatch, ((paging.Page ?? 1) - 1) * (paging.Limit ?? 20), paging.Limit ?? 20);

    /// <summary>Matches with the names of both sides, in their order.</summary>
    internal static async Task<List<MatchView>> ViewsOf(IReadOnlyList<Match> shown, Asking asking, CancellationToken stop)
    {
        var (db, index) = (asking.Db, asking.Index);
        var needIds = shown.Select(match => match.NeedId).Distinct().ToList();
        var enterpriseIds = shown.Select(match => match.EnterpriseId).Distinct().ToList();
        var needs = await (
            from need in db.Needs
            where needIds.Contains(need.Id) && !need.Withdrawn
            join place in db.Municipalities on need.MunicipalityCode equals place.Code into places
            from place in places.DefaultIfEmpty()
            select new { Side = new NeedSide(need.Id, need.Title, need.MunicipalityCode, place!.Name, need.AnswerBy, null, null), need.CpvCodes })
            .ToDictionaryAsync(need => need.Side.Id, stop);
        var enterprises = await (
            from enterprise in db.Enterprises
            where enterpriseIds.Contains(enterprise.Id) && !enterprise.Withdrawn
            join place in db.Municipalities on enterprise.MunicipalityCode equals place.Code into places
            from place in places.DefaultIfEmpty()
            select new { Side = new EnterpriseSide(enterprise.Id, enterprise.Name, enterprise.MunicipalityCode, place!.Name), enterprise.Offers })
            .ToDictionaryAsync(enterprise => enterprise.Side.Id, stop);
        var items =
            from match in shown
            where needs.ContainsKey(match.NeedId) && enterprises.ContainsKey(match.EnterpriseId)
            let enterprise = enterprises[match.EnterpriseId]
            from offer in enterprise.Offers
            where offer.Id == match.OfferId
            let need = needs[match.NeedId]
            let asked = need.CpvCodes.FirstOrDefault()
            let offered = offer.CpvCodes.Count > 0 ? offer.CpvCodes[0] : null
            select new MatchView(need.Side with { CpvCode = asked, CpvLabel = index.CodeName(asked) }, enterprise.Side,
                new OfferSide(offer.Id, offer.Title, offered, index.CodeName(offered)), match.Score, match.Parts, match.Reasons, match.Version);
        return items.ToList();
    }
}
