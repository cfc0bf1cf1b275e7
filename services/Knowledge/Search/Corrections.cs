using Npgsql;

namespace Knowledge.Search;

/// <summary>
/// Words that no public text has, and the written word that is most like each of them by its groups of three letters.
/// Dots are left out on both sides, since they are what is most often left out.
/// </summary>
internal static class Corrections
{
    private const string Nearest =
        """
        select asked.word, (
          select known.word from search_word known
          where known.folded % translate(asked.word, 'åäö', 'aao')
          order by similarity(known.folded, translate(asked.word, 'åäö', 'aao')) desc, known.word limit 1)
        from unnest($1::text[]) asked(word)
        where length(asked.word) >= 5 and asked.word !~ '[0-9]'
          and not exists (select from search_word known where known.word = asked.word)
        """;

    public static async Task<IReadOnlyDictionary<string, string>> Of(SearchQuery query, NpgsqlConnection connection, CancellationToken stop)
    {
        // A form that nobody has written may still share its stem with one that somebody has, so the word itself stays in the question.
        var words = query.Words.Select(word => word.Text).ToArray();
        var meant = new Dictionary<string, string>();
        if (words.Length == 0) return meant;
        await using var command = new NpgsqlCommand(Nearest, connection) { Parameters = { new NpgsqlParameter { Value = words } } };
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            if (!await rows.IsDBNullAsync(1, stop) && KnowledgeWords.Stem(rows.GetString(1)) != KnowledgeWords.Stem(rows.GetString(0)))
                meant[rows.GetString(0)] = rows.GetString(1);
        return meant;
    }
}
