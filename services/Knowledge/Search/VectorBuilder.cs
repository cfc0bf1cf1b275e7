using System.Globalization;
using System.Text;
using NpgsqlTypes;

namespace Knowledge.Search;

/// <summary>Makes a tsvector out of analysed words, so that the database compares what the platform's own analysis says.</summary>
internal sealed class VectorBuilder
{
    // PostgreSQL keeps positions up to 16 383 and at most 255 of a word; more would only be cut there.
    private const int LastPosition = 16_383, MostPositions = 255;
    private readonly Dictionary<string, List<(int Position, char Weight)>> words = [];
    private int position;

    /// <summary>Adds a text.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="whole">Weight (A to D) of the words themselves.</param>
    /// <param name="part">Weight of the parts of compounds.</param>
    public void Add(string text, char whole, char part)
    {
        foreach (var token in Token.Of(text))
        {
            position = Math.Min(position + 1, LastPosition);
            if (KnowledgeWords.IsSilent(token.Text)) continue;
            var stem = KnowledgeWords.Stem(token.Text);
            Note(stem, whole);
            foreach (var piece in KnowledgeWords.Parts(token.Text)) if (piece != stem) Note(piece, part);
        }
    }

    public NpgsqlTsVector Build()
    {
        var text = new StringBuilder();
        foreach (var (word, places) in words)
        {
            text.Append('\'').Append(word).Append("':");
            text.AppendJoin(',', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Position}{place.Weight}")));
            text.Append(' ');
        }
#pragma warning disable CS0618 // Warns of the client's reading of quotes and blanks; stems hold letters and digits alone.
        return NpgsqlTsVector.Parse(text.ToString());
#pragma warning restore CS0618
    }

    private void Note(string word, char weight)
    {
        var places = words.TryGetValue(word, out var known) ? known : words[word] = [];
        if (places.Count < MostPositions && (places.Count == 0 || places[^1].Position != position)) places.Add((position, weight));
    }
}
