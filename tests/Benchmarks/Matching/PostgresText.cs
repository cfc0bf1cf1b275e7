using LocalServers;
using Npgsql;

namespace Benchmarks.Matching;

/// <summary>PostgreSQL's full text with the built-in configuration 'swedish' and ts_rank_cd, as a baseline: every word of the need, joined by "or".</summary>
internal sealed class PostgresText(PostgresServer server, NpgsqlDataSource database) : IAsyncDisposable
{
    private const string Rank =
        """
        with question as (
          select to_tsquery('simple', string_agg(quote_literal(lexeme), ' | ')) as q from unnest(to_tsvector('swedish', $1))
        )
        select id from document, question where words @@ q order by ts_rank_cd(words, q, 1) desc, id
        """;

    public static async Task<PostgresText> Of(IEnumerable<(string Id, string Text)> documents)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"match-quality-{Environment.ProcessId}");
        var server = await PostgresServer.StartAsync(new() { DataFolder = folder, Fresh = true, Durable = false });
        var database = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await using (var create = database.CreateCommand("create table document (id text primary key, words tsvector)")) await create.ExecuteNonQueryAsync();
        foreach (var (id, text) in documents)
        {
            await using var insert = database.CreateCommand("insert into document values ($1, to_tsvector('swedish', $2))");
            insert.Parameters.Add(new() { Value = id });
            insert.Parameters.Add(new() { Value = text });
            await insert.ExecuteNonQueryAsync();
        }
        return new(server, database);
    }

    /// <summary>All documents that share a word with the text, best first.</summary>
    public async Task<List<string>> Search(string text)
    {
        await using var command = database.CreateCommand(Rank);
        command.Parameters.Add(new() { Value = text });
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await server.DisposeAsync();
    }
}
