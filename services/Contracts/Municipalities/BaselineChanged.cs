namespace Contracts.Municipalities;

/// <summary>
/// A municipality's latest baseline (utgångsläge): a self-assessment for learning, never to rank municipalities by. It tells
/// only what the municipality has chosen to share.
/// </summary>
/// <param name="Id">Identity of the assessment round.</param>
/// <param name="Version">The round's version.</param>
/// <param name="Reason">closed, sharing-changed or withdrawn.</param>
/// <param name="Withdrawn">True when the municipality no longer shares anything of it.</param>
/// <param name="MunicipalityCode">SCB code of the municipality, four digits.</param>
/// <param name="AnsweredOn">The day the round was closed.</param>
/// <param name="Means">Mean level 0 to 5 by the dimension's code, only for the dimensions that are shared and that somebody answered.</param>
/// <param name="WillingToMentor">True when the municipality offers to help others.</param>
[EventName("municipalities.baseline-changed")]
public sealed record BaselineChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string MunicipalityCode,
    DateOnly AnsweredOn,
    IReadOnlyDictionary<string, decimal> Means,
    bool WillingToMentor) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
