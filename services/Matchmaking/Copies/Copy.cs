using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Copies;

/// <summary>A row that repeats what another service has told last. Tombstones stay, so that a late event cannot wake the dead.</summary>
internal abstract class Copy
{
    /// <summary>The noun's version at its owner; a row only ever goes to a higher one.</summary>
    public required int Version { get; init; }

    /// <summary>No longer public.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>
    /// The transaction that wrote the row, by which each replica's index finds what it has not seen (<see cref="Matches.CopySource"/>).
    /// A sequence would not do: a number taken early may be committed late, and be skipped.
    /// </summary>
    public ulong ChangedIn { get; private set; }

    internal const string Transaction = "changed_in";

    internal static void Configure<TCopy>(EntityTypeBuilder<TCopy> table) where TCopy : Copy
    {
        table.Property(copy => copy.ChangedIn).HasColumnName(Transaction).HasColumnType("xid8");
        table.HasIndex(copy => copy.ChangedIn);
    }
}
