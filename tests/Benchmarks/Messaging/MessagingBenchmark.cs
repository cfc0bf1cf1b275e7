using System.Diagnostics;
using System.Globalization;
using LocalServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;

namespace Benchmarks.Messaging;

/// <summary>
/// P9: events from the log to their committed effect, as a ratio to what a bare RabbitMQ.Client can have confirmed.
/// P10: lag from commit to committed effect at a fixed rate. <c>-- messaging [rounds] [events] [rate] [seconds]</c>
/// </summary>
internal static class MessagingBenchmark
{
    private const int BodySize = 1024;

    public static async Task<int> Run(string[] args)
    {
        var (rounds, events, rate, seconds) = (Number(args, 0, 7), Number(args, 1, 3000), Number(args, 2, 200), Number(args, 3, 20));
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "messaging-bench", $"{Environment.ProcessId}")).FullName;
        // Commit times are kept, to measure from commit to commit by the database's own clock.
        await using var postgres = await PostgresServer.StartAsync(new ServerOptions { DataFolder = $"{folder}/postgres", Settings = ["track_commit_timestamp=on"] });
        await using var rabbit = await RabbitServer.StartAsync(new ServerOptions { DataFolder = $"{folder}/rabbit" });
        string from = await Database(postgres, "bench"), to = await Database(postgres, "reader");
        await using var publisher = await BenchService.Start("bench", from, rabbit.ConnectionString, consumes: false);
        await using var consumer = await BenchService.Start("reader", to, rabbit.ConnectionString, consumes: true);
        await Through(from, to, 500, 0);

        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            bare.Add(await Confirms(rabbit.ConnectionString, events));
            ours.Add(await Through(from, to, events, round));
            Console.WriteLine(Say($"round {round}: confirms {bare[^1]:0}/s, log to effect {ours[^1]:0}/s, ratio {ours[^1] / bare[^1]:0.000}, load {await Load()}"));
        }
        var ratios = ours.Zip(bare, (a, b) => a / b).ToList();
        Console.WriteLine(Say($"P9: {Median(ours):0}/s against {Median(bare):0}/s confirms; ratio median {Median(ratios):0.000}, min {ratios.Min():0.000}, max {ratios.Max():0.000} (good 0.10, outstanding 0.20)"));

        var lags = await Lags(publisher, from, to, rate, seconds);
        Console.WriteLine(Say($"P10: {lags.Count} events at {rate}/s: p50 {At(lags, .5):0.0} ms, p95 {At(lags, .95):0.0} ms, p99 {At(lags, .99):0.0} ms, p99.9 {At(lags, .999):0.0} ms, load {await Load()} (good 150 ms, outstanding 50 ms)"));
        await consumer.StopAsync();
        await publisher.StopAsync();
        return 0;
    }

    /// <summary>Writes events at once and takes the time until all of them have had their effect.</summary>
    private static async Task<double> Through(string from, string to, int events, int round)
    {
        await using var log = NpgsqlDataSource.Create(from);
        await using var effects = NpgsqlDataSource.Create(to);
        // Counting must not cost more from round to round.
        await using (var empty = effects.CreateCommand("truncate item_copy")) await empty.ExecuteNonQueryAsync();
        await using (var insert = log.CreateCommand("""
            insert into event_log (lane, message_id, name, key, version, body, occurred_at, attempts)
            select n % 16, gen_random_uuid(), 'bench.item-changed', 'r' || $1 || '-' || n, 1,
                   json_build_object('key', 'r' || $1 || '-' || n, 'version', 1, 'reason', 'set', 'withdrawn', false, 'text', repeat('x', $2))::text, clock_timestamp(), 0
            from generate_series(1, $3) n
            """))
        {
            foreach (var value in new object[] { round.ToString(CultureInfo.InvariantCulture), BodySize, events }) insert.Parameters.Add(new() { Value = value });
            await insert.ExecuteNonQueryAsync();
        }
        // The relay looks by itself within two seconds: the time runs from the first effect that is seen.
        var started = new Stopwatch();
        var first = 0L;
        while (true)
        {
            await using var count = effects.CreateCommand("select count(*) from item_copy");
            var seen = (long)(await count.ExecuteScalarAsync())!;
            if (seen > 0 && !started.IsRunning)
            {
                first = seen;
                started.Start();
            }
            if (seen >= events) return (events - first) / started.Elapsed.TotalSeconds;
            await Task.Delay(25);
        }
    }

    /// <summary>The base: persistent messages of the same size to a quorum queue, 64 unconfirmed at a time.</summary>
    private static async Task<double> Confirms(string broker, int events)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null));
        await channel.QueueDeclareAsync("bench.base", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        var body = new byte[BodySize];
        var time = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            for (var i = 0; i < events / 64; i++)
                await channel.BasicPublishAsync("", "bench.base", mandatory: true, new BasicProperties { DeliveryMode = DeliveryModes.Persistent }, body);
        }));
        var elapsed = time.Elapsed.TotalSeconds;
        await channel.QueueDeleteAsync("bench.base");
        return events / 64 * 64 / elapsed;
    }

    /// <summary>Saves nouns at a fixed rate, whatever the answers, and gives the lags in milliseconds, sorted.</summary>
    private static async Task<List<double>> Lags(WebApplication publisher, string from, string to, int rate, int seconds)
    {
        var saves = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < rate * seconds; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / rate) - clock.Elapsed;
            if (due > TimeSpan.FromMilliseconds(1)) await Task.Delay(due);
            saves.Add(Save(publisher, n));
        }
        await Task.WhenAll(saves);
        const string committed = "select key, version, extract(epoch from pg_xact_commit_timestamp({0}))::float8 from {1} where key like 'lag-%'";
        var told = await Times(from, string.Format(CultureInfo.InvariantCulture, committed, "transaction_id::xid", "event_log"));
        Dictionary<string, double> effects;
        do effects = await Times(to, string.Format(CultureInfo.InvariantCulture, committed, "xmin", "item_copy"));
        while (effects.Count < told.Count);
        return [.. told.Select(pair => (effects[pair.Key] - pair.Value) * 1000).Order()];
    }

    private static async Task Save(WebApplication publisher, int n)
    {
        await using var scope = publisher.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BenchDb>();
        db.Add(new Item { Id = $"lag-{n}" }.Set(new string('x', BodySize)));
        await db.SaveChangesAsync();
    }

    private static async Task<Dictionary<string, double>> Times(string database, string query)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync();
        var times = new Dictionary<string, double>();
        while (await reader.ReadAsync()) times[$"{reader.GetString(0)}/{reader.GetInt32(1)}"] = reader.GetDouble(2);
        return times;
    }

    private static async Task<string> Database(PostgresServer postgres, string name)
    {
        await postgres.CreateDatabaseAsync(name);
        await using var db = new BenchDb(new DbContextOptionsBuilder<BenchDb>().UseNpgsql(postgres.ConnectionString(name)).UseSnakeCaseNamingConvention().Options);
        await db.Database.EnsureCreatedAsync();
        return postgres.ConnectionString(name);
    }

    private static double Median(List<double> values) => At([.. values.Order()], .5);
    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    private static int Number(string[] args, int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
    private static string Say(FormattableString text) => FormattableString.Invariant(text);
    private static async Task<string> Load() => (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
}
