using Npgsql;
using ServiceDefaults;

namespace Knowledge.Search;

/// <summary>A text that was found.</summary>
internal sealed record FoundText(
    string Kind, Guid Id, string Slug, string Title, string Summary, string Body, string Topic, DateOnly ReviewBy, bool Public, double Score);

/// <summary>What a search gave.</summary>
internal sealed record Found(IReadOnlyList<FoundText> Texts, long Matched, IReadOnlyList<SearchKnowledge.Facet> Facets)
{
    public static readonly Found Nothing = new([], 0, []);
}

/// <summary>Asks the database: one round trip for the hits and for the counts. How it is made fast is told in docs/search.md.</summary>
internal static class FoundTexts
{
    /// <summary>The most hits that are ranked and can be paged through.</summary>
    public const int Reach = 100;

    /// <summary>So many of the texts with the best heads are looked at more closely; the others are only counted.</summary>
    private const int Near = 1_000;

    // The index is always the right way: what it seems to cost is more than it costs, since every text that is passed by in the
    // table itself has all its words fetched from aside, of which the planner knows nothing. For this round trip alone.
    private const string ByIndex = "select set_config('enable_seqscan', 'off', true)";

    // First by the small vector alone: to fetch the whole words of a long text from aside takes longer than everything else,
    // so only the best are ranked by them. A text with more of the question's words comes before one with fewer, where that can differ.
    // What is asked stands in a select of its own wherever rows are many, or it would be read anew from text for each of them.
    private static string Statement(int words) =>
        $$"""
        with matching as materialized (
          select e.kind, e.id, e.topic, e.audiences, ts_rank('{0.05,0.2,0.5,1}', e.head, (select $8::tsquery)) as head
          from search_entry e
          where e.words @@ $1::tsquery
            and (e.public or $2 or e.readers && array[$3::text])
            and ($4::text is null or e.kind = $4)
            and ($5::text is null or e.topic = $5)
            and ($6::text is null or $6 = any(e.audiences))
            and ($7::text is null or $7 = any(e.routes))),
        sorts as materialized (select kind, topic, audiences, count(*) as texts from matching group by kind, topic, audiences),
        near as (select kind, id, head from matching order by head desc, id limit {{Near}}),
        nearest as (
          select n.kind, n.id, n.head, {{Count("e.head", words)}} as in_head
          from near n join search_entry e using (kind, id)
          order by in_head desc, head desc, id limit {{Reach}}),
        ranked as (
          select n.kind, n.id, n.in_head * 0.25 + n.head + ts_rank('{0.05,0.2,0.5,1}', w.words, (select $8::tsquery), 1)
            + case when $12 then 0 else {{Count("w.words", words)}} end as score
          from nearest n join search_entry e using (kind, id)
          -- Joined with nothing they are no longer the stored ones, and so are fetched once for all that is asked of them.
          cross join lateral (select e.words || ''::tsvector as words offset 0) w)
        (select 'hit', e.kind, r.score::float8, e.id, e.slug, e.title, e.summary, e.body, e.topic, e.review_by, e.public
          from ranked r join search_entry e using (kind, id)
          order by r.score desc, e.slug limit $10 offset $11)
        union all select 'kind', kind, sum(texts)::float8, null, null, null, null, null, null, null, null from sorts group by kind
        union all select 'topic', topic, sum(texts)::float8, null, null, null, null, null, null, null, null from sorts group by topic
        union all select 'audience', audience, sum(texts)::float8, null, null, null, null, null, null, null, null
          from sorts, unnest(audiences) audience group by audience
        """;

    /// <summary>How many of the words a vector has.</summary>
    private static string Count(string vector, int words) =>
        string.Join(" + ", Enumerable.Range(1, words).Select(word => $"({vector} @@ (select ($9::text[])[{word}]::tsquery))::int"));

    public static async Task<Found> Read(
        NpgsqlConnection connection, string tsquery, SearchQuery query, SearchKnowledge.Filter filter, Reader reader, Paging paging, CancellationToken stop)
    {
        var (limit, page) = (paging.Limit ?? 20, paging.Page ?? 1);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ByIndex));
        var command = new NpgsqlBatchCommand(Statement(query.Words.Count));
        object?[] values =
        [
            tsquery, reader.SeesAll, reader.Org ?? "", filter.Kind, filter.Topic, filter.Audience, filter.Route,
            query.Any, query.Words.Select(word => word.Query).ToArray(), limit, (page - 1) * limit, tsquery == query.All,
        ];
        foreach (var value in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter<string?> { TypedValue = null } : new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(stop);
        await rows.NextResultAsync(stop);
        var (texts, facets) = (new List<FoundText>(), new List<SearchKnowledge.Facet>());
        while (await rows.ReadAsync(stop))
            if (rows.GetString(0) is not "hit" and var sort) facets.Add(new(sort, rows.GetString(1), (long)rows.GetDouble(2)));
            else texts.Add(new FoundText(rows.GetString(1), rows.GetGuid(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.GetString(7),
                rows.GetString(8), rows.GetFieldValue<DateOnly>(9), rows.GetBoolean(10), rows.GetDouble(2)));
        facets = [.. facets.OrderBy(facet => facet.Name, StringComparer.Ordinal).ThenByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)];
        return new Found(texts, facets.Where(facet => facet.Name == "kind").Sum(facet => facet.Count), facets);
    }
}
