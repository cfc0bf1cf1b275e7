using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using Testing;

namespace Benchmarks.Search;

/// <summary>
/// search-speed [--articles 10000] [--data FOLDER]: the search as users ask it, over HTTP, among so many texts of statute length;
/// for anybody and for somebody who is signed in. Then what it takes to save a rewritten text. A folder keeps the texts for the next run.
/// </summary>
internal static class SearchSpeed
{
    private const int Rounds = 2, Saves = 60, Slowest = 12;

    public static async Task<int> Run(string[] args)
    {
        var wanted = Value(args, "--articles") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 10_000;
        var texts = new StatuteTexts();
        await using var service = await SearchService.Start(Value(args, "--data") ?? TestFolder.New("search-speed"));
        var watch = Stopwatch.StartNew();
        await service.Fill(texts, wanted, done =>
        {
            if (done % 500 == 0) Console.WriteLine($"{done} texts after {watch.Elapsed.TotalSeconds:0} s, {ComputeClock.Own / 1000:0} s computed here");
        });
        var (words, size) = await service.With(async db => (await db.Database.SqlQuery<double>($"select avg(array_length(regexp_split_to_array(body, '\\s+'), 1))::float8 as \"Value\" from (select body from search_entry limit 300) b").SingleAsync(),
            await db.Database.SqlQuery<long>($"select pg_total_relation_size('search_entry') / 1048576 as \"Value\"").SingleAsync()));
        Console.WriteLine($"{wanted} texts of {words:0} words on average, search_entry {size} MB; load: {(await File.ReadAllTextAsync("/proc/loadavg")).Trim()}");

        var questions = Questions.Of(texts);
        var clock = await service.Clock();
        var asked = new List<Asked>();
        foreach (var (who, token) in new[] { ("anybody", null), ("signed in", TestTokens.Create(Roles.DevelopmentLead, "1280")) })
        {
            using var client = new HttpClient { BaseAddress = service.Address };
            if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var times = new List<Asked>();
            for (var round = token is null ? -1 : 0; round < Rounds; round++) // the compiler settles, and what is read once is at hand
                foreach (var question in questions)
                {
                    var time = await Ask(client, question, clock);
                    if (round >= 0) times.Add(time);
                }
            Print(who, times);
            asked.AddRange(times);
        }
        foreach (var sort in asked.GroupBy(time => time.Question.Sort)) Print($"  {sort.Key}", [.. sort]);
        Console.WriteLine("slowest (median of its rounds, computing):");
        foreach (var same in asked.GroupBy(time => time.Question).Select(same => (Question: same.Key, Times: same.ToList())).OrderByDescending(same => Percentile(same.Times, 0.5)).Take(Slowest))
            Console.WriteLine($"  {Percentile(same.Times, 0.5),6:0.0} ms, database {Percentile(same.Times, 0.5, time => time.Database),6:0.0} ms, {same.Times[0].Matched,6} hits  {same.Question.Sort}: {same.Question.Text}{same.Question.Further}");

        await Save(service, texts, wanted, clock);
        return Percentile(asked, 0.99) <= 100 ? 0 : 1;
    }

    private static async Task<Asked> Ask(HttpClient client, Question question, ComputeClock clock)
    {
        var (start, own, database) = (Stopwatch.GetTimestamp(), ComputeClock.Own, clock.Database);
        var answer = await client.GetFromJsonAsync<JsonElement>($"knowledge/v1/search?q={Uri.EscapeDataString(question.Text)}{question.Further}");
        var (watch, ours, theirs) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, ComputeClock.Own - own, clock.Database - database);
        return new(question, watch, ours + theirs, theirs, answer.GetProperty("matched").GetInt64());
    }

    /// <summary>A published text is written anew by its owner.</summary>
    private static async Task Save(SearchService service, StatuteTexts texts, int wanted, ComputeClock clock)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.Create(Roles.NetworkLead, "skr"));
        var saved = new List<Asked>();
        for (var number = -5; number < Saves; number++)
        {
            var slug = $"text-{(number + 5) * 7 % wanted}";
            var (id, version) = await service.With(async db => await db.Articles.Where(a => a.Slug == slug).Select(a => new ValueTuple<Guid, int>(a.Id, a.Version)).SingleAsync());
            using var request = new HttpRequestMessage(HttpMethod.Put, $"knowledge/v1/articles/{id}") { Content = JsonContent.Create(texts.Of(wanted + version * Saves * 2 + number + 5)) };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            var (start, own, database) = (Stopwatch.GetTimestamp(), ComputeClock.Own, clock.Database);
            (await client.SendAsync(request)).EnsureSuccessStatusCode();
            var time = new Asked(new("", slug), Stopwatch.GetElapsedTime(start).TotalMilliseconds, ComputeClock.Own - own + clock.Database - database, clock.Database - database, 1);
            if (number >= 0) saved.Add(time);
        }
        Print("a rewritten text is saved", saved);
    }

    private static void Print(string what, List<Asked> times) => Console.WriteLine(
        $"{what,-34} {times.Count,5} × computing p50 {Percentile(times, 0.5),6:0.0}  p95 {Percentile(times, 0.95),6:0.0}  p99 {Percentile(times, 0.99),6:0.0} ms (database p99 {Percentile(times, 0.99, time => time.Database),6:0.0}); by the watch p50 {Percentile(times, 0.5, time => time.Watch),6:0.0}  p95 {Percentile(times, 0.95, time => time.Watch),6:0.0}  p99 {Percentile(times, 0.99, time => time.Watch),6:0.0} ms");

    private static double Percentile(List<Asked> times, double part, Func<Asked, double>? of = null) =>
        times.Select(of ?? (time => time.Computed)).Order().ElementAt((int)Math.Min(times.Count - 1, part * times.Count));

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Milliseconds by the watch, those in which service, client and database computed, and the database's of them.</summary>
    private sealed record Asked(Question Question, double Watch, double Computed, double Database, long Matched);
}
