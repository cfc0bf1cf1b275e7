using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LocalServers;
using Npgsql;
using ServiceDefaults;
using Testing;

namespace Benchmarks.Http;

/// <summary>
/// What the platform costs beside bare endpoints on the same machine, as ratios from interleaved rounds (A B A B …): the
/// absolute figures move with the machine, the median of the rounds' ratios hardly does.
/// </summary>
internal static class HttpBenchmark
{
    private const int Needs = 20_000;

    private static readonly string Body = JsonSerializer.Serialize(new
    {
        title = "Städning av förskolor i Hyllie",
        description = string.Concat(Enumerable.Repeat("Daglig städning av fyra förskolor, golv, kök och våtutrymmen, med miljömärkta medel. ", 8)),
        cpvCodes = new[] { "90911200", "90919300" },
        kind = "service",
        valueSek = 450_000,
        months = 24,
        targetGroups = new[] { "long-term-unemployed" },
    });

    public static async Task<int> RunAsync(string[] arguments)
    {
        var rounds = Number(arguments, "--rounds", 7);
        var seconds = Number(arguments, "--seconds", 3);
        await Wrk.EnsureAsync();
        await using var postgres = await PostgresServer.StartAsync(new ServerOptions { DataFolder = TestFolder.New("http-benchmark") });
        await using var issuer = await LocalIssuer.StartAsync();
        await postgres.CreateDatabaseAsync("municipalities");
        var database = postgres.ConnectionString("municipalities");
        Dictionary<string, string?> Service() => new() { ["ConnectionStrings__municipalities"] = database, ["Auth__Authority"] = issuer.Authority };
        await RunningService.RunAsync("services/Municipalities", Service(), "migrate");
        var id = await FillAsync(database);

        await using var ours = await RunningService.StartAsync("services/Municipalities", Service());
        await using var raw = await RunningService.StartAsync("tests/Benchmarks", [], "/health/ready", "raw-server", database);
        var gatewayEnvironment = Service();
        foreach (var service in new[] { "municipalities", "enterprises", "matchmaking", "knowledge", "identity", "portal" })
            gatewayEnvironment[$"services__{service}__http__0"] = ours.Address.ToString().TrimEnd('/');
        (gatewayEnvironment["RateLimits__api__Burst"], gatewayEnvironment["RateLimits__api__PerSecond"]) = ("10000000", "10000000");
        await using var gateway = await RunningService.StartAsync("gateway", gatewayEnvironment, "/health/live");
        var token = TestTokens.Create(Roles.UnitManager, "1280");

        await SameBytesAsync(ours, raw, id, token);
        Console.WriteLine($"{rounds} rounds of {seconds} s each, 16 connections, {Environment.ProcessorCount} cores, {Needs} needs; load before: {await File.ReadAllTextAsync("/proc/loadavg")}");
        var one = $"municipalities/v1/needs/{id}";
        var only = Array.IndexOf(arguments, "--only") is >= 0 and var at ? arguments[at + 1] : "P";
        async Task Compare(string name, Side left, Side right)
        {
            if (name.StartsWith(only, StringComparison.Ordinal)) await CompareAsync(name, rounds, seconds, left, right);
        }
        await Compare("P1 one need / bare endpoint",
            new Side(ours, () => Wrk.RateAsync(new Uri(ours.Address, one), token, seconds)),
            new Side(raw, () => Wrk.RateAsync(new Uri(raw.Address, $"needs/{id}"), null, seconds)));
        await Compare("P2 page of 20 / bare page",
            new Side(ours, () => Wrk.RateAsync(new Uri(ours.Address, "municipalities/v1/needs?status=published&limit=20"), token, seconds)),
            new Side(raw, () => Wrk.RateAsync(new Uri(raw.Address, "needs?status=published&limit=20"), null, seconds)));
        await Compare("P5 one need through the gateway / direct",
            new Side(gateway, () => Wrk.RateAsync(new Uri(gateway.Address, one), token, seconds)),
            new Side(ours, () => Wrk.RateAsync(new Uri(ours.Address, one), token, seconds)));
        await Compare("P3 new need / bare insert",
            new Side(ours, () => Wrk.RateAsync(new Uri(ours.Address, "municipalities/v1/needs"), token, seconds, Body)),
            new Side(raw, () => Wrk.RateAsync(new Uri(raw.Address, "needs"), null, seconds, Body)));
        return 0;
    }

    private sealed record Side(RunningService Service, Func<Task<double>> Rate);

    private static async Task CompareAsync(string name, int rounds, int seconds, Side ours, Side theirs)
    {
        // The runtime compiles hot code anew during the first tens of thousands of requests; a gateway measured cold shows half its rate.
        for (var warm = 0; warm < 4; warm++)
        {
            await ours.Rate();
            await theirs.Rate();
        }
        var ratios = new List<double>();
        double rateOurs = 0, rateTheirs = 0;
        var before = ours.Service.ProcessorTime;
        for (var round = 0; round < rounds; round++)
        {
            var (a, b) = (await ours.Rate(), await theirs.Rate());
            ratios.Add(a / b);
            (rateOurs, rateTheirs) = (rateOurs + a / rounds, rateTheirs + b / rounds);
        }
        // Only the process in front is counted, which idles while the other side has its turn.
        var micros = (ours.Service.ProcessorTime - before).TotalMicroseconds / (rateOurs * rounds * seconds);
        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-42} ratio {ratios[rounds / 2]:0.00} (min {ratios[0]:0.00}, max {ratios[^1]:0.00}); {rateOurs:0} against {rateTheirs:0} requests/s; {micros:0} µs of processor a request"));

    }

    private static async Task<Guid> FillAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var fill = source.CreateCommand($"""
            INSERT INTO need (id, version, changed_at, created_at, published_at, listed_at, municipality_code, status, title, description, unit, cpv_codes, kind, value_sek, months, target_groups)
            SELECT gen_random_uuid(), 2, t, t, t, t, (SELECT code FROM municipality ORDER BY code OFFSET n % 290 LIMIT 1), CASE n % 4 WHEN 0 THEN 'closed' ELSE 'published' END,
                   'Städning av förskolor ' || n, repeat('Daglig städning av golv, kök och våtutrymmen, med miljömärkta medel. ', 10), 'Förskolan', ARRAY['90911200'], 'service', 450000, 24, ARRAY['long-term-unemployed']
            FROM (SELECT n, now() - n * interval '1 minute' AS t FROM generate_series(1, {Needs}) n) AS rows;
            CREATE TABLE raw_need AS SELECT * FROM need WITH NO DATA;
            ALTER TABLE raw_need ADD PRIMARY KEY (id);
            ANALYZE
            """);
        await fill.ExecuteNonQueryAsync();
        await using var newest = source.CreateCommand("SELECT id FROM need WHERE status = 'published' ORDER BY published_at DESC LIMIT 1");
        return (Guid)(await newest.ExecuteScalarAsync())!;
    }

    /// <summary>Both sides must do the same work, or the ratio says nothing.</summary>
    private static async Task SameBytesAsync(RunningService ours, RunningService raw, Guid id, string token)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var (a, b) = (await client.GetStringAsync(new Uri(ours.Address, $"municipalities/v1/needs/{id}")), await client.GetStringAsync(new Uri(raw.Address, $"needs/{id}")));
        if (a != b) throw new InvalidOperationException($"Not the same answer:\n{a}\n{b}");
        var page = await client.GetFromJsonAsync<JsonElement>(new Uri(ours.Address, "municipalities/v1/needs?status=published&limit=20"));
        if (page.GetProperty("items").GetArrayLength() != 20) throw new InvalidOperationException("The page does not hold 20.");
        using var made = await client.PostAsync(new Uri(ours.Address, "municipalities/v1/needs"), new StringContent(Body, Encoding.UTF8, "application/json"));
        if (!made.IsSuccessStatusCode) throw new InvalidOperationException(await made.Content.ReadAsStringAsync());
    }

    private static int Number(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
