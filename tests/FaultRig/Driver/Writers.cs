using System.Globalization;
using System.Net;

namespace FaultRig.Driver;

/// <summary>The traffic: writers that change nouns all the time and note each answer.</summary>
internal sealed class Writers(Rig rig, Ledger ledger, int seed)
{
    private const int Count = 8;
    private const int NounsEach = 5;
    /// <summary>How long a writer waits for an answer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2) }) { Timeout = Limit };

    public Task Run(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, Count).Select(writer => Write(writer, stop)));

    private async Task Write(int writer, CancellationToken stop)
    {
        var random = new Random(seed * 1000 + writer);
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            // Mostly one's own nouns; now and then one that all share, for races.
            var key = random.Next(12) == 0 ? $"shared-{random.Next(3)}" : $"noun-{writer}-{random.Next(NounsEach)}";
            var undo = random.Next(15) == 0;
            await Put(key, $"{(undo ? "undone" : "value")}-{seed}-{writer}-{n}", undo, random);
            await Task.Delay(random.Next(2, 20), CancellationToken.None);
        }
    }

    private async Task Put(string key, string value, bool undo, Random random)
    {
        // A proxy sends nothing to an instance that drains.
        var able = rig.Publishers.Where(publisher => !publisher.IsDraining).ToArray();
        var publisher = able.Length > 0 ? able[random.Next(able.Length)] : rig.Publishers[0];
        var started = ledger.Now;
        var (answer, version) = (Answer.Unknown, (int?)null);
        try
        {
            using var response = await Http.PutAsync(new Uri(publisher.Address, $"/rig/v1/parts/{key}?value={value}{(undo ? "&undo=true" : "")}"), null);
            answer = response.StatusCode switch
            {
                HttpStatusCode.OK => Answer.Accepted,
                HttpStatusCode.Conflict => Answer.Refused,
                _ => Answer.Unknown,
            };
            if (answer == Answer.Accepted) version = int.Parse(await response.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // Nobody answered: the write may have been done.
        }
        ledger.Writes.Enqueue(new Entry(key, value, undo && answer == Answer.Unknown ? Answer.Refused : answer, version, started, ledger.Now));
    }
}
