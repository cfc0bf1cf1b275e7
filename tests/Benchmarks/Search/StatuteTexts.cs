using System.Text;
using System.Text.RegularExpressions;
using Knowledge.Articles;
using Knowledge.Search;
using Knowledge.Seeding;

namespace Benchmarks.Search;

/// <summary>
/// Texts of statute length out of the handbook's own sentences: most from a few chapters, as a text keeps to its subject, the
/// rest from any. Into one sentence of four a new compound of two of the handbook's words is put, a few of them often and most seldom, so
/// that rare words are as many as in texts that people write. The same seed gives the same texts.
/// </summary>
internal sealed partial class StatuteTexts
{
    private readonly List<(ArticleText Text, string[] Sentences)> chapters = [.. SeedFile.All("handbook").Select(file => SeedArticles.Text(file)).Select(text => (text, Sentences(text.Body)))];
    private readonly string[] vocabulary;

    /// <summary>Reads the handbook.</summary>
    public StatuteTexts() => vocabulary = [.. Words.Where(word => word.Length is >= 5 and <= 11).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All telling words of the handbook in order.</summary>
    public IEnumerable<string> Words => All.SelectMany(Telling);

    /// <summary>All sentences.</summary>
    public IEnumerable<string> All => chapters.SelectMany(chapter => chapter.Sentences);

    /// <summary>The words of a sentence that say what it is about.</summary>
    public static IEnumerable<string> Telling(string sentence) =>
        Token.Of(sentence).Select(token => token.Text).Where(word => word.Length > 2 && char.IsLetter(word[0]) && !KnowledgeWords.IsSilent(word));

    /// <summary>A text.</summary>
    public ArticleText Of(int number)
    {
        var random = new Random(number);
        var own = new[] { chapters[number % chapters.Count], Any(random), Any(random) };
        var (body, wanted, words) = (new StringBuilder(), 1_000 + (int)(4_000 * Math.Pow(random.NextDouble(), 1.5)), 0);
        for (var sentence = 0; words < wanted; sentence++)
        {
            if (sentence % 18 == 0) body.Append("\n\n## ").Append(New(random)).Append(" och ").Append(New(random)).Append("\n\n");
            else if (sentence % 5 == 0) body.Append("\n\n");
            var from = random.Next(10) < 6 ? own[random.Next(own.Length)] : Any(random);
            var text = from.Sentences[random.Next(from.Sentences.Length)];
            if (random.Next(4) == 0) text = $"{text.TrimEnd('.')} enligt {New(random)}.";
            body.Append(text).Append(' ');
            words += text.Count(character => character == ' ') + 1;
        }
        return own[0].Text with
        {
            Title = $"{own[0].Text.Title}: {New(random)} {number}",
            Summary = own[random.Next(3)].Sentences[0] is { Length: <= 300 } first ? first : own[0].Text.Summary,
            Body = body.ToString(),
            Topic = Knowledge.Vocabulary.Topics[random.Next(Knowledge.Vocabulary.Topics.Count)],
            ReviewBy = new DateOnly(2027, 1, 1).AddDays(random.Next(700)),
        };
    }

    /// <summary>A compound that the handbook has not; low numbers come most often.</summary>
    private string New(Random random)
    {
        var number = (int)Math.Pow(60_000, random.NextDouble());
        var word = vocabulary[number * 31 % vocabulary.Length] + vocabulary[number * 7_919 % vocabulary.Length];
        return word;
    }

    private (ArticleText Text, string[] Sentences) Any(Random random) => chapters[random.Next(chapters.Count)];

    private static string[] Sentences(string body) => [.. body.Split('\n').Where(line => line.Length > 30 && line[0] is not ('#' or '|'))
        .SelectMany(line => SentenceEnd().Split(line.TrimStart('-', ' ', '>', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '.'))).Where(text => text.Length > 20)];

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();
}
