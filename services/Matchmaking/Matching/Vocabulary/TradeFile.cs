using System.Globalization;
using System.IO.Hashing;
using System.Reflection;
using System.Text;

namespace Matchmaking.Matching.Vocabulary;

/// <summary>
/// Reads <c>seeds/trades/*.txt</c>. A trade starts with <c>key | CPV prefixes</c>; lines after it begin with
/// <c>*</c> things : what is the matter with them (lists named by a line <c>@name = words</c> may stand for words), <c>=</c> names, <c>+</c> words, <c>?</c> situations (by semicolon), <c>~</c> near trades, <c>-</c> misleading words, <c>! grupp</c>.
/// </summary>
public static class TradeFile
{
    /// <summary>The vocabulary that is built in.</summary>
    public static IReadOnlyList<Trade> BuiltIn()
    {
        var assembly = typeof(TradeFile).Assembly;
        return Read(assembly.GetManifestResourceNames().Where(n => n.StartsWith("trades/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(name => Lines(assembly, name)));
    }

    /// <summary>Trades from the lines of one or more files.</summary>
    /// <exception cref="FormatException">A line cannot be understood.</exception>
    public static IReadOnlyList<Trade> Read(IEnumerable<string> lines)
    {
        var trades = new List<Trade>();
        var named = new Dictionary<string, string[]>();
        var at = -1;
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var rest = line[1..].Trim();
            if (line[0] == '@')
            {
                named[line[..line.IndexOf('=', StringComparison.Ordinal)].Trim()] = Words(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..], named);
                continue;
            }
            if (line.IndexOf('|', StringComparison.Ordinal) is var cut and > 0)
            {
                // A trade may go on in a later file.
                var key = line[..cut].Trim();
                at = trades.FindIndex(t => t.Key == key);
                if (at < 0) trades.Add(new(at = trades.Count, key, [], [], [], [], [], new Dictionary<string, float>(), [], false));
                trades[at] = trades[at] with { Codes = [.. trades[at].Codes, .. List(line[(cut + 1)..], ' ')] };
                continue;
            }
            if (at < 0) throw new FormatException($"A trade must begin with 'key | codes': {line}");
            var trade = trades[at];
            trades[at] = line[0] switch
            {
                '=' => trade with { Names = [.. trade.Names, .. List(rest, ',')] },
                '+' => trade with { Words = [.. trade.Words, .. List(rest, ',')] },
                '?' => trade with { Situations = [.. trade.Situations, .. List(rest, ';')] },
                '-' => trade with { Misleading = [.. trade.Misleading, .. List(rest, ',')] },
                '~' => trade with { Near = Near(rest) },
                '*' => trade with { Frames = [.. trade.Frames, FrameOf(rest, named)] },
                '!' => trade with { ForGroup = true },
                _ => throw new FormatException($"Unknown line in the vocabulary: {line}"),
            };
        }
        return trades;
    }

    /// <summary>Eight hexadecimal digits that change with any change of the vocabulary.</summary>
    public static string Fingerprint(IEnumerable<Trade> trades)
    {
        var text = string.Join('\n', trades.Select(t => string.Join('|',
            t.Key, string.Join(',', t.Names), string.Join(',', t.Words), string.Join(',', t.Situations), string.Join(',', t.Misleading),
            string.Join(',', t.Codes), string.Join(',', t.Near.Select(n => FormattableString.Invariant($"{n.Key} {n.Value}"))), t.ForGroup,
            string.Join(',', t.Frames.SelectMany(f => f.Things.Append(":").Concat(f.Signs))))).Append(Everyday.Words));
        return XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, float> Near(string text) => List(text, ',').ToDictionary(
        part => part[..part.LastIndexOf(' ')].Trim(),
        part => float.Parse(part[(part.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    private static Frame FrameOf(string text, Dictionary<string, string[]> named) =>
        text.Split(':') is [var things, var signs] ? new(Words(things, named), Words(signs, named)) : throw new FormatException($"A frame is 'things : signs': {text}");

    /// <summary>Words, where a name that begins with @ stands for its list.</summary>
    private static string[] Words(string text, Dictionary<string, string[]> named) =>
        [.. List(text, ',').SelectMany(word => word[0] != '@' ? [word] : named.GetValueOrDefault(word) ?? throw new FormatException($"No list is called {word}."))];

    private static string[] List(string text, char separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Lines(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
