using System.Collections.Concurrent;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Matchmaking.Copies;

/// <summary>Writes a copy in one statement, and only forward: duplicates and late events leave no trace.</summary>
internal static class Keeping
{
    private static readonly ConcurrentDictionary<IEntityType, string> Statements = new();

    /// <summary>Inserts the copy, or overwrites an older one.</summary>
    public static async Task Keep<TCopy>(this MatchmakingDb db, TCopy copy, CancellationToken stop) where TCopy : Copy
    {
        var type = db.Model.FindEntityType(typeof(TCopy))!;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var parameters = Columns(type).Select((column, i) => column.GetRelationalTypeMapping()
            .CreateParameter(command, $"p{i}", column.PropertyInfo!.GetValue(copy), column.IsNullable));
        await db.Database.ExecuteSqlRawAsync(Statements.GetOrAdd(type, Statement), parameters, stop);
    }

    private static string Statement(IEntityType type)
    {
        var table = type.GetTableName();
        var columns = Columns(type).Select(column => column.GetColumnName()).ToArray();
        var key = type.FindPrimaryKey()!.Properties.Single().GetColumnName();
        return $"""
            insert into {table} ({string.Join(", ", columns)}, {Copy.Transaction})
            values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))}, pg_current_xact_id())
            on conflict ({key}) do update set
            {string.Join(", ", columns.Append(Copy.Transaction).Where(column => column != key).Select(column => $"{column} = excluded.{column}"))}
            where {table}.version < excluded.version
            """;
    }

    private static IEnumerable<IProperty> Columns(IEntityType type) => type.GetProperties().Where(column => column.Name != nameof(Copy.ChangedIn));
}
