using Matchmaking.Matching.Vocabulary;

namespace Matchmaking.Matching;

/// <summary>
/// All open needs and visible offers, in memory. A score depends on nothing but the pair, the places, the day, the lessons and
/// the version, so it is the same in both directions and whichever side came first. Safe for use from many threads.
/// </summary>
public sealed partial class MatchIndex : IDisposable
{
    private readonly ReaderWriterLockSlim gate = new();
    private readonly Geography geography = new();
    private readonly Dictionary<Guid, int> needSlots = [];
    private readonly Dictionary<Guid, int[]> offerSlots = [];
    private readonly Dictionary<Guid, int> shown = [];
    private readonly Shelf<NeedProfile, NeedPosting> needs;
    private readonly Shelf<OfferProfile, OfferPosting> offers;
    private readonly TimeProvider time;
    private readonly TradeNearness nearness;
    private readonly Profiler profiler;
    private readonly Lessons lessons;
    private readonly Scorer scorer;
    private readonly Reasons reasons;

    /// <summary>An empty index with the built-in vocabulary.</summary>
    public MatchIndex(TimeProvider? time = null) : this(time ?? TimeProvider.System, BuiltInVocabulary) { }

    private MatchIndex(TimeProvider time, TradeWords vocabulary)
    {
        this.time = time;
        nearness = new(vocabulary.Trades);
        profiler = new(vocabulary);
        lessons = new(nearness, geography);
        scorer = new(nearness, geography, lessons);
        reasons = new(vocabulary.Trades, nearness, geography);
        needs = new(vocabulary.Trades.Count, NeedPosting.Of);
        offers = new(vocabulary.Trades.Count, OfferPosting.Of);
        Version = Weights.Version(TradeFile.Fingerprint(vocabulary.Trades));
    }

    /// <summary>The trades that are built in.</summary>
    internal static TradeWords BuiltInVocabulary => LoadedOnce.Value;

    private static Lazy<TradeWords> LoadedOnce { get; } = new(() => new(TradeFile.BuiltIn()));

    /// <summary>Weights, vocabulary and text analysis in use.</summary>
    public string Version { get; }

    /// <summary>Adds a municipality or replaces what is known of it.</summary>
    public void Put(MatchPlace place) => Write(() => geography.Put(place));

    /// <summary>Adds a need or replaces it.</summary>
    public void Put(MatchNeed need)
    {
        var read = profiler.Read(need);
        Write(() =>
        {
            TakeNeed(need.Id);
            needSlots[need.Id] = needs.Add(read, read.Text);
        });
    }

    /// <summary>Adds an enterprise with its offers or replaces all of it.</summary>
    public void Put(MatchEnterprise enterprise)
    {
        var read = enterprise.Offers.Select(offer => profiler.Read(enterprise, offer)).ToArray();
        Write(() =>
        {
            TakeEnterprise(enterprise.Id);
            offerSlots[enterprise.Id] = [.. read.Select(offer => offers.Add(offer, offer.Text))];
        });
    }

    /// <summary>Forgets a need; unknown ids are ignored.</summary>
    public void RemoveNeed(Guid id) => Write(() => TakeNeed(id));

    /// <summary>Forgets an enterprise and its offers; unknown ids are ignored.</summary>
    public void RemoveEnterprise(Guid id) => Write(() => TakeEnterprise(id));

    /// <summary>Tells how often enterprises have been shown lately: of two whose scores are the same in hundredths, the one shown less comes first.</summary>
    public void SetShown(IReadOnlyDictionary<Guid, int> times) => Write(() =>
    {
        foreach (var (enterprise, count) in times) shown[enterprise] = count;
    });

    /// <summary>Tells what has been learned of interests that led to no deal; these take the place of all that were told before.</summary>
    public void SetLessons(IReadOnlyCollection<Lesson> learned) => Write(() => lessons.Set(learned));

    /// <summary>Tells what CPV codes are called, for the reasons; the codes alone stand there until then. Scores do not depend on it.</summary>
    public void SetCodeNames(IReadOnlyDictionary<string, string> names) => Write(() => reasons.CodeNames = names);

    /// <summary>What a code of eight digits is called officially, or null when that has not been told.</summary>
    public string? CodeName(string? code) => code is null ? null : Read(() => reasons.CodeNames.GetValueOrDefault(code));

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private void TakeNeed(Guid id)
    {
        if (needSlots.Remove(id, out var slot)) needs.Remove(slot);
    }

    private void TakeEnterprise(Guid id)
    {
        if (!offerSlots.Remove(id, out var slots)) return;
        foreach (var slot in slots) offers.Remove(slot);
    }

    private void Write(Action change)
    {
        gate.EnterWriteLock();
        try { change(); }
        finally { gate.ExitWriteLock(); }
    }

    private T Read<T>(Func<T> look)
    {
        gate.EnterReadLock();
        try { return look(); }
        finally { gate.ExitReadLock(); }
    }
}
