using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ServiceDefaults.Messaging.Idempotency;

/// <summary>The rows of <c>idempotency_key</c>, by hand-written statements in the request's own transaction.</summary>
internal static class StoredAnswers
{
    /// <summary>
    /// Takes the key for the rest of the transaction and looks it up, in one round trip. <c>Busy</c> when another transaction
    /// has it: the lock ends with the process that holds it, so a request that died leaves the key free.
    /// </summary>
    public static async Task<(bool Busy, Stored? Known)> Find(ServiceDb db, string subject, string key, CancellationToken stop)
    {
        await using var batch = Batch(db);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_try_advisory_xact_lock(hashtextextended($1 || chr(31) || $2, 0))")
        {
            Parameters = { new() { Value = subject }, new() { Value = key } },
        });
        // A statement of its own, since it must see what the former holder of the lock has committed.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select fingerprint, status, headers, body from idempotency_key where subject = $1 and key = $2")
        {
            Parameters = { new() { Value = subject }, new() { Value = key } },
        });
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        if (!reader.GetBoolean(0)) return (true, null);
        await reader.NextResultAsync(stop);
        if (!await reader.ReadAsync(stop)) return (false, null);
        var headers = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2))!;
        return (false, new Stored(reader.GetFieldValue<byte[]>(0), new Answer(reader.GetInt32(1), headers, reader.GetFieldValue<byte[]>(3))));
    }

    public static async Task Keep(ServiceDb db, string subject, string key, byte[] fingerprint, Answer answer, CancellationToken stop)
    {
        await using var batch = Batch(db);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "insert into idempotency_key (subject, key, fingerprint, status, headers, body) values ($1, $2, $3, $4, $5, $6)")
        {
            Parameters =
            {
                new() { Value = subject }, new() { Value = key }, new() { Value = fingerprint },
                new() { Value = answer.Status }, new() { Value = JsonSerializer.Serialize(answer.Headers) }, new() { Value = answer.Body },
            },
        });
        await batch.ExecuteNonQueryAsync(stop);
    }

    private static NpgsqlBatch Batch(ServiceDb db) => new(
        (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
}

/// <summary>An answer that was given, and what request it was for.</summary>
internal sealed record Stored(byte[] Fingerprint, Answer Answer);

/// <summary>An answer as it is given again.</summary>
internal sealed record Answer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] Kept = ["Content-Type", "Location", "ETag"];

    public static Answer Of(HttpResponse response, byte[] body) => new(
        response.StatusCode,
        Kept.Where(name => response.Headers.ContainsKey(name)).ToDictionary(name => name, name => response.Headers[name].ToString()),
        body);

    public Task WriteAsync(HttpResponse response, CancellationToken stop)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        return response.Body.WriteAsync(Body, stop).AsTask();
    }
}
