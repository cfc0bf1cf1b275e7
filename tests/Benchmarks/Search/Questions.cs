using Knowledge.Search;

namespace Benchmarks.Search;

/// <summary>A question, and what is hard about it.</summary>
internal sealed record Question(string Sort, string Text, string Further = "");

/// <summary>What people ask, of each sort as many: drawn from the handbook's words with a fixed seed.</summary>
internal static class Questions
{
    private const int Each = 30;
    private static readonly string[] Endings = ["arna", "erna", "ens", "orna", "ernas", "et"];

    /// <summary>The questions.</summary>
    public static IReadOnlyList<Question> Of(StatuteTexts texts)
    {
        var random = new Random(17);
        var frequent = texts.Words.GroupBy(word => word).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key).ToList();
        var common = frequent.Take(60).ToList();
        var compounds = frequent.Where(word => KnowledgeWords.Parts(word).Count > 1).ToList();
        var sentences = texts.All.Where(sentence => StatuteTexts.Telling(sentence).Skip(3).Any()).ToList();
        string[] Some(int count) => [.. StatuteTexts.Telling(sentences[random.Next(sentences.Count)]).Take(count)];
        string Word(List<string> words) => words[random.Next(words.Count)];
        string Without(string word, int at) => word.Remove(at, 1);
        var sorts = new (string Sort, Func<Question> Make)[]
        {
            ("one common word", () => new("", Word(common))),
            ("one word", () => new("", Word(frequent))),
            ("a compound", () => new("", Word(compounds))),
            ("inflected", () => new("", KnowledgeWords.Stem(Word(frequent)) + Endings[random.Next(Endings.Length)])),
            ("misspelled", () => Word(frequent.FindAll(word => word.Length >= 8)) is var word ? new("", Without(word, 2 + random.Next(word.Length - 3))) : null!),
            ("two common words", () => new("", $"{Word(common)} {Word(common)}")),
            ("two words of a sentence", () => new("", string.Join(' ', Some(2)))),
            ("three words of a sentence", () => new("", string.Join(' ', Some(3)))),
            ("a whole question", () => new("", $"hur gör man när {string.Join(' ', Some(5))}")),
            ("words that no text has together", () => new("", $"{Word(frequent)} {Word(frequent)} {Word(compounds)} {Word(compounds)} {Word(compounds)}")),
            ("no hit", () => new("", string.Concat(Enumerable.Range(0, 10).Select(_ => (char)('b' + random.Next(20)))))),
            ("with facets", () => new("", Word(common), $"&kind=article&topic={Knowledge.Vocabulary.Topics[random.Next(6)]}")),
            ("by route, third page", () => new("", Word(common), "&route=DIRECT_AWARD&page=3")),
        };
        return [.. sorts.SelectMany(sort => Enumerable.Range(0, Each).Select(_ => sort.Make() with { Sort = sort.Sort }))];
    }
}
