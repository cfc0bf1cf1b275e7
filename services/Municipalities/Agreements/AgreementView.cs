using ServiceDefaults;

namespace Municipalities.Agreements;

/// <summary>An agreement as its reader may see it: the municipality's own people all of it, others what is shared once it is signed.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Raised by one at each change; the ETag.</param>
/// <param name="MunicipalityCode">SCB code, four digits.</param>
/// <param name="Content">What is agreed.</param>
/// <param name="Status">draft, in-force or ended.</param>
/// <param name="ReviewOn">The next day for a review.</param>
/// <param name="Overdue">True when it is in force and its review, or its last day, has passed.</param>
/// <param name="Reviews">What the parties found; empty for others.</param>
/// <param name="Shared">True when everybody may see it.</param>
/// <param name="SignedOn">The day it was signed, or null.</param>
/// <param name="EndedOn">The day it ended, or null.</param>
/// <param name="EndReason">Why it ended, or null; null for others.</param>
/// <param name="Caveat">What to mind about this kind, in Swedish, or null.</param>
/// <param name="Demonstration">True for made-up data of the demonstration.</param>
public sealed record AgreementView(
    Guid Id, int Version, string MunicipalityCode, AgreementContent Content, AgreementStatus Status, DateOnly ReviewOn, bool Overdue, IReadOnlyList<AgreementReview> Reviews,
    bool Shared, DateOnly? SignedOn, DateOnly? EndedOn, string? EndReason, string? Caveat, bool Demonstration) : IVersioned
{
    // No statute describes the partnership; a court has held that the procurement act applied to one (domain: decision support, not advice).
    private const string Partnership = "Ett IOP har ingen egen lag. Det får varken vara en otillåten direktupphandling eller ett otillåtet statsstöd. Stäm av med jurist innan ni undertecknar.";

    internal static AgreementView Of(Agreement row, string? reader, DateOnly today)
    {
        var own = row.MunicipalityCode == reader;
        return new(row.Id, row.Version, row.MunicipalityCode, row.Content, row.Status, row.ReviewOn, row.IsOverdue(today), own ? row.Reviews : [], row.IsShared, row.SignedOn, row.EndedOn,
            own ? row.EndReason : null, row.Content.Kind is AgreementKind.PublicPartnership ? Partnership : null, row.Demonstration);
    }
}
