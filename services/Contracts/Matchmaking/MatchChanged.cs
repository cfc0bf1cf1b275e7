namespace Contracts.Matchmaking;

/// <summary>An open need and an enterprise that is among the best for it. A pair is told once, when it is first found.</summary>
/// <param name="Id">Identity of the pair.</param>
/// <param name="Version">1: a pair does not change.</param>
/// <param name="Reason">found.</param>
/// <param name="Withdrawn">False: what has become of need and enterprise, their own events tell.</param>
/// <param name="NeedId">The need.</param>
/// <param name="NeedTitle">Its title when the pair was found.</param>
/// <param name="MunicipalityCode">SCB code of the municipality whose need it is.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="EnterpriseName">Its name when the pair was found.</param>
/// <param name="Score">0 to 1, as the lists of matches show it.</param>
[EventName("matchmaking.match-changed")]
public sealed record MatchChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    Guid NeedId,
    string NeedTitle,
    string MunicipalityCode,
    Guid EnterpriseId,
    string EnterpriseName,
    double Score) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
