using Matchmaking.Matching;
using Matchmaking.Matching.Vocabulary;

namespace Benchmarks.Matching;

/// <summary>
/// match-situations [FILE] [--total]: how often a trade that a plain sentence means is read first, or among the first three.
/// --total says nothing of the single sentences, for sets that nobody shall tune by.
/// </summary>
internal static class Situations
{
    public static Task<int> Run(string[] args)
    {
        var vocabulary = new TradeWords(TradeFile.BuiltIn());
        var profiler = new Profiler(vocabulary);
        var (first, three, all) = (0, 0, 0);
        foreach (var line in File.ReadLines(args.FirstOrDefault(a => a != "--total") ?? Path.Combine(Repository.Root, "tests", "Benchmarks", "data", "situations.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var (right, sentence) = (line.Split('|')[0].Split(',', StringSplitOptions.TrimEntries), line.Split('|')[1].Trim());
            var read = profiler.Read(new MatchNeed(Guid.Empty, "", "", sentence, [], "service", null, null, [])).Text;
            var place = Array.FindIndex(read.Trades, t => right.Contains(vocabulary.Trades[t.Trade].Key));
            all++;
            if (place == 0) first++;
            if (place is >= 0 and < 3) three++;
            if (place == 0 || args.Contains("--total")) continue;
            Console.WriteLine($"  {right[0]}: {sentence}\n      {Read(vocabulary, read)}");
        }
        Console.WriteLine($"{all} sentences: the trade first {(double)first / all:0.00}, among the first three {(double)three / all:0.00}");
        return Task.FromResult(0);
    }

    /// <summary>The first trades of a text with their strengths and the words behind them.</summary>
    public static string Read(TradeWords vocabulary, Profile read) => string.Join(' ', read.Trades.Take(3).Select(t =>
        $"{vocabulary.Trades[t.Trade].Key} {t.Strength:0.00} ({string.Join(", ", read.Said.Where(s => s.Trade == t.Trade).Take(4).Select(s => s.Surface))})"));
}
