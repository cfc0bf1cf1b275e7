using System.Buffers.Text;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace ServiceDefaults.Messaging;

/// <summary>The change feed: everything public that the service has told, in order, withdrawals included.</summary>
public static class Changes
{
    /// <summary>Bytes of states after which a page ends, however many were asked for: what many ask for at once must fit into memory.</summary>
    private const int LargestPage = 4 * 1024 * 1024;

    /// <summary>Maps <c>GET {service}/v1/changes?cursor=&amp;limit=</c>, open to all.</summary>
    public static RouteHandlerBuilder MapChanges<TDb>(this RouteGroupBuilder api) where TDb : ServiceDb
    {
        var hidden = EventNames.Private(typeof(TDb).Assembly);
        // Not written into the call: the framework's analyzer of route handlers fails on a parameter of a type parameter's type.
        Delegate handler = ([AsParameters] ChangesQuery query, TDb db, CancellationToken stop) => Handle(query, db, hidden, stop);
        return api.MapGet("/changes", handler)
            .WithName("ListChanges").WithTags("changes")
            .WithSummary("Ändringsflödet, äldst först. Spara nextCursor och fråga igen. / The change feed, oldest first.")
            .WithDescription("Varje rad är en uppgifts hela nya tillstånd. Ta den bara om version är högre än den du har: då gör en rad som kommer igen ingen skada. "
                + "Äldre tillstånd gallras, det senaste finns alltid kvar. / Each row is the whole new state; take it only when its version is higher than yours.")
            .Fails(CommonErrors.Invalid)
            .AllowAnonymous();
    }

    private static async Task<Results<Ok<ChangePage>, ProblemHttpResult>> Handle(ChangesQuery query, ServiceDb db, string[] hidden, CancellationToken stop)
    {
        if (!Cursor.TryRead(query.Cursor, out var after))
            return CommonErrors.Invalid.Result(null, new InvalidParameter("cursor", "Använd nextCursor ur ett tidigare svar, eller utelämna den för att börja från början."));
        var limit = query.Limit ?? 100;
        // A transaction that still runs may write below what is read now. Nothing at or above the oldest one is shown, and rows are
        // ordered by transaction first: whatever commits later also comes later, so a reader that follows the cursor misses nothing.
        var last = await db.Database.SqlQuery<Place>($"""
            select transaction_id::text as transaction, sequence from event_log
            where transaction_id < pg_snapshot_xmin(pg_current_snapshot()) order by transaction_id desc, sequence desc limit 1
            """).ToListAsync(stop);
        var end = last is [var newest] ? Cursor.Of(newest.Transaction, newest.Sequence) : after;
        // What was said of a noun that is withdrawn now is not said again: of it the tombstone alone is left.
        var rows = await db.Database.SqlQuery<Row>($"""
            select transaction_id::text as transaction, sequence, name, key, version, body, occurred_at, found from (
                select *, count(*) over () as found, sum(octet_length(body)) over (order by transaction_id, sequence) - octet_length(body) as bytes_before from (
                    select * from event_log e
                    where (transaction_id, sequence) > ({after.Transaction}::text::xid8, {after.Sequence})
                      and (transaction_id, sequence) <= ({end.Transaction}::text::xid8, {end.Sequence})
                      and name <> all({hidden})
                      and not coalesce((
                        select n.version > e.version and (n.body::jsonb ->> 'withdrawn')::boolean from event_log n
                        where n.name = e.name and n.key = e.key order by n.version desc limit 1), false)
                    order by transaction_id, sequence limit {limit}) asked) measured
            where bytes_before < {LargestPage} order by measured.transaction_id, sequence
            """).ToListAsync(stop);
        var items = rows.ConvertAll(row =>
            new Change(row.Sequence, row.Name, row.Key, row.Version, row.OccurredAt, JsonSerializer.Deserialize<JsonElement>(row.Body)));
        // When all that is shown has been read, the cursor passes what is not shown too, so that nobody reads past it again and again.
        var more = rows.Count == limit || rows is [var first, ..] && rows.Count < first.Found;
        var next = more ? Cursor.Of(rows[^1].Transaction, rows[^1].Sequence) : end.IsAfter(after) ? end : after;
        return TypedResults.Ok(new ChangePage(items, next.ToString(), more));
    }

    private sealed record Place(string Transaction, long Sequence);

    private sealed record Row(string Transaction, long Sequence, string Name, string Key, int Version, string Body, DateTimeOffset OccurredAt, long Found);

    private readonly record struct Cursor(ulong Transaction, long Sequence)
    {
        public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"1.{Transaction}.{Sequence}")));

        public static Cursor Of(string transaction, long sequence) => new(ulong.Parse(transaction, CultureInfo.InvariantCulture), sequence);

        public bool IsAfter(Cursor other) => (Transaction, Sequence).CompareTo((other.Transaction, other.Sequence)) > 0;

        public static bool TryRead(string? text, out Cursor cursor)
        {
            cursor = default;
            if (string.IsNullOrEmpty(text)) return true;
            if (text.Length > 100 || !Base64Url.IsValid(text)) return false;
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            if (parts is not ["1", var transaction, var sequence]
                || !ulong.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var above)
                || !long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var within)) return false;
            cursor = new Cursor(above, within);
            return true;
        }
    }
}

/// <summary>Where to read on in the change feed.</summary>
public sealed class ChangesQuery
{
    /// <summary>nextCursor of an earlier answer; absent to begin from the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>The most items of an answer.</summary>
    [Range(1, 1000, ErrorMessage = "Ska vara mellan 1 och 1 000."), DefaultValue(100)]
    public int? Limit { get; init; }
}

/// <summary>A stretch of the change feed.</summary>
/// <param name="Items">At most <c>limit</c> of them, oldest first.</param>
/// <param name="NextCursor">Where to read on, also when there is nothing more for now.</param>
/// <param name="HasMore">True when there is more to read at once.</param>
public sealed record ChangePage(IReadOnlyList<Change> Items, string NextCursor, bool HasMore);

/// <summary>A noun's new state.</summary>
/// <param name="Sequence">Number of the row; it rises, with gaps.</param>
/// <param name="Event">Name of the event, such as municipalities.need-changed.</param>
/// <param name="Key">Identity of the noun.</param>
/// <param name="Version">The noun's version; take the state only when it is higher than the one you have.</param>
/// <param name="OccurredAt">When the change was made (UTC).</param>
/// <param name="State">The noun's whole public state; withdrawn is true when it is no longer public.</param>
public sealed record Change(
    long Sequence,
    string Event,
    string Key,
    int Version,
    DateTimeOffset OccurredAt,
    [property: JsonPropertyName("state")] JsonElement State);
