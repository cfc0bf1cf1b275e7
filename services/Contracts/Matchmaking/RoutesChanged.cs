namespace Contracts.Matchmaking;

/// <summary>An open need without a deal, for which new rules answer otherwise than those of the day when it was published. A change is told once.</summary>
/// <param name="Id">The need.</param>
/// <param name="Version">Grows each time new rules change the answers again.</param>
/// <param name="Reason">overtaken.</param>
/// <param name="Withdrawn">False: what has become of the need, its own events tell.</param>
/// <param name="Title">The need's title.</param>
/// <param name="MunicipalityCode">SCB code of the municipality whose need it is.</param>
/// <param name="Changes">The routes whose answer has changed.</param>
[EventName("matchmaking.routes-changed")]
public sealed record RoutesChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string Title,
    string MunicipalityCode,
    IReadOnlyList<RoutesChanged.Change> Changes) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();

    /// <summary>A legal route by its code, and its answers then and now: yes, no or unknown.</summary>
    public sealed record Change(string Route, string Then, string Now);
}
