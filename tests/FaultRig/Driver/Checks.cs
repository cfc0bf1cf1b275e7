using System.Globalization;
using FaultRig.Service;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Broker;

namespace FaultRig.Driver;

/// <summary>Compares the ledger with what the two databases hold once everything is quiet. Each finding is a broken promise.</summary>
internal sealed class Checks(Rig rig, Ledger ledger)
{
    private static readonly string Queue = $"{Services.Consumer}.{EventNames.Of<PartChanged>()}";

    /// <summary>
    /// Ids of what lies in the dead-letter queue. A message may lie there twice: when the process ended after it was set aside and
    /// before it was acknowledged.
    /// </summary>
    private async Task<HashSet<string>> DeadLetters()
    {
        await using var connection = await BrokerWatch.Connect(new Uri(rig.Broker), "fault rig", CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        var ids = new HashSet<string>();
        // Not acknowledged, so they go back when the channel closes.
        while (await channel.BasicGetAsync(Topology.ErrorQueue(Queue), autoAck: false) is { } letter) ids.Add(letter.BasicProperties.MessageId ?? Ledger.NoId);
        return ids;
    }

    /// <summary>Waits until nothing moves any more: all published, all poison set aside, every queue empty.</summary>
    /// <returns>What still waited when the patience was over; empty when all was quiet.</returns>
    public async Task<string> Quiet(TimeSpan patience)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var (until, waits) = (ledger.Now + patience, "");
        while (await timer.WaitForNextTickAsync())
        {
            try
            {
                var outbox = (await Rig.Read(rig.PublisherDatabase, "select count(*) from event_log where published_at is null", row => row.GetInt64(0)))[0];
                var dead = await DeadLetters();
                var queues = await rig.Servers.Rabbit.ControlAsync("list_queues", "-p", new Uri(rig.Broker).AbsolutePath.TrimStart('/'), "name", "messages");
                var queue = queues.Split('\n').Select(line => line.Split('\t')).Where(line => line[0] == Queue).Select(line => line[1]).SingleOrDefault() ?? "none";
                waits = $"{outbox} unpublished, {queue} in the queue, {dead.Count} of {ledger.Poison.Count} dead letters";
                if (outbox == 0 && queue == "0" && dead.Count >= ledger.Poison.Count) return "";
            }
            catch (Exception notYet) when (notYet is not OutOfMemoryException)
            {
                waits = notYet.Message;
            }
            if (ledger.Now > until) return waits;
        }
        return waits;
    }

    /// <summary>
    /// Looks until nothing is missing or the patience is over. The broker's own count of what waits in a queue cannot end the wait: after
    /// it was killed it says 0 until it has recovered the queue.
    /// </summary>
    public async Task<List<string>> Settled(TimeSpan patience)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var until = ledger.Now + patience;
        var findings = await Find();
        while (findings.Count > 0 && ledger.Now < until && await timer.WaitForNextTickAsync()) findings = await Find();
        return findings;
    }

    private async Task<List<string>> Find()
    {
        var log = await Rig.Read(rig.PublisherDatabase, "select sequence, key, version, body, message_id from event_log order by sequence",
            row => (Sequence: row.GetInt64(0), Key: row.GetString(1), Version: row.GetInt32(2), Body: row.GetString(3), Id: row.GetGuid(4)));
        var copies = (await Rig.Read(rig.ConsumerDatabase, "select id, version, value from copy", row => (row.GetString(0), row.GetInt32(1), row.GetString(2))))
            .ToDictionary(copy => copy.Item1, copy => (Version: copy.Item2, Value: copy.Item3));
        var times = (await Rig.Read(rig.ConsumerDatabase, "select id, version, times from delivery", row => (row.GetString(0), row.GetInt32(1), row.GetInt32(2))))
            .ToDictionary(row => (Key: row.Item1, Version: row.Item2), row => row.Item3);
        var applied = await Rig.Read(rig.ConsumerDatabase, "select id, version from applied order by sequence", row => (Key: row.GetString(0), Version: row.GetInt32(1)));
        var findings = new List<string>();

        var kept = log.ToDictionary(row => (row.Key, row.Version), row => row.Body);
        foreach (var write in ledger.Writes.Where(write => write.Answer == Answer.Accepted))
            if (!kept.TryGetValue((write.Key, write.Version!.Value), out var body) || !body.Contains($"\"{write.Value}\"", StringComparison.Ordinal))
                findings.Add($"lost: {write.Key} version {write.Version} was accepted with {write.Value} and is not in the log");
        var all = string.Join('\n', log.Select(row => row.Body)) + string.Join('\n', copies.Values.Select(copy => $"\"{copy.Value}\""));
        foreach (var write in ledger.Writes.Where(write => write.Answer == Answer.Refused && all.Contains($"\"{write.Value}\"", StringComparison.Ordinal)))
            findings.Add($"leaked: {write.Key} {write.Value} was rolled back and is seen");

        foreach (var noun in log.GroupBy(row => row.Key))
        {
            var versions = noun.Select(row => row.Version).ToArray();
            if (!versions.SequenceEqual(Enumerable.Range(1, versions.Length)))
                findings.Add($"order: the log of {noun.Key} has the versions {string.Join(' ', versions)}");
            var last = noun.Last();
            if (!copies.TryGetValue(noun.Key, out var copy) || copy.Version != last.Version || !last.Body.Contains($"\"{copy.Value}\"", StringComparison.Ordinal))
                findings.Add($"copy: {noun.Key} is at version {last.Version}, its copy at {copy.Version} with {copy.Value}");
        }
        foreach (var (key, version) in ledger.Injected)
            if (!copies.TryGetValue(key, out var copy) || copy.Version != version || copy.Value != string.Create(CultureInfo.InvariantCulture, $"injected-{version}"))
                findings.Add($"copy: {key} should be at version {version} and is at {copy.Version} with {copy.Value}");

        // What was told before the consumers had a queue came by a replay, of the newest state only. All else is handled exactly once.
        foreach (var row in log.Where(row => row.Sequence > ledger.LastBeforeConsumers))
            if (times.GetValueOrDefault((row.Key, row.Version)) is var n && n != 1)
                findings.Add($"effect: {row.Key} version {row.Version} was handled {n} times");
        foreach (var key in ledger.Injected.Keys)
            foreach (var (handled, n) in times.Where(pair => pair.Key.Key == key && pair.Value != 1))
                findings.Add($"effect: {key} version {handled.Version} was handled {n} times");
        foreach (var noun in applied.GroupBy(row => row.Key))
            if (noun.Zip(noun.Skip(1)).Any(pair => pair.First.Version >= pair.Second.Version))
                findings.Add($"order: the copy of {noun.Key} went through the versions {string.Join(' ', noun.Select(row => row.Version))}");

        foreach (var (from, to) in ledger.BrokerAway)
            foreach (var write in ledger.Writes.Where(write => write.Started >= from && write.Ended <= to && write.Answer == Answer.Unknown))
                findings.Add($"availability: {write.Key} {write.Value} was not accepted while only the broker was away");
        foreach (var (from, to) in ledger.Locked)
            foreach (var write in ledger.Writes.Where(write => write.Started >= from && write.Ended <= to && write.Ended - write.Started >= Writers.Limit))
                findings.Add($"hang: {write.Key} {write.Value} had no answer for {(write.Ended - write.Started).TotalSeconds:0.0}s while tables were locked");
        var dead = await DeadLetters();
        foreach (var id in ledger.Poison.Keys.Where(id => !dead.Contains(id))) findings.Add($"dead letters: {id} is not among them");
        foreach (var id in dead.Where(id => !ledger.Poison.ContainsKey(id))) findings.Add($"dead letters: {id} was not poison");
        return findings;
    }
}
