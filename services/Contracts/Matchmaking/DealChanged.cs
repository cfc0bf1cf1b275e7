namespace Contracts.Matchmaking;

/// <summary>A deal (affär) between a municipality and an enterprise. Only what is public after signing is told.</summary>
/// <param name="Id">Identity of the deal.</param>
/// <param name="Version">The deal's version.</param>
/// <param name="Reason">signed, revised, completed or ended.</param>
/// <param name="Withdrawn">True when the deal was registered by mistake.</param>
/// <param name="NeedId">The need it meets.</param>
/// <param name="MunicipalityCode">SCB code of the buyer.</param>
/// <param name="EnterpriseId">The supplier.</param>
/// <param name="EnterpriseName">The supplier's name when the deal was signed.</param>
/// <param name="Title">The need's title when the deal was signed.</param>
/// <param name="CpvCodes">CPV codes of the need, the main one first.</param>
/// <param name="Route">Code of the legal route, such as DIRECT_AWARD.</param>
/// <param name="AgreedValueSek">Agreed total value, SEK excluding VAT.</param>
/// <param name="ExpectedJobs">Jobs expected, in full-time years.</param>
/// <param name="SignedOn">The day the agreement was signed.</param>
[EventName("matchmaking.deal-changed")]
public sealed record DealChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    Guid NeedId,
    string MunicipalityCode,
    Guid EnterpriseId,
    string EnterpriseName,
    string Title,
    IReadOnlyList<string> CpvCodes,
    string Route,
    decimal AgreedValueSek,
    decimal ExpectedJobs,
    DateOnly SignedOn) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
