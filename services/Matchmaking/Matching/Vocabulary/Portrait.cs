using ServiceDefaults.Text;

namespace Matchmaking.Matching.Vocabulary;

/// <summary>
/// Finds where an enterprise tells who works there. "Hälften av oss har gått från försörjningsstöd till egen lön" is said by laundries and carpenters
/// alike; it does not mean that they sell work training.
/// </summary>
internal static class Portrait
{
    private static readonly string[] Whom = ["oss", "dem", "våra"];
    private static readonly string[] Beginnings = ["medarbetar", "anställda", "lönebidrag", "trygghetsanställ", "kollegor", "belastningsregist"];

    /// <summary>Numbers of the clauses of an offer that tell of those who work there.</summary>
    public static HashSet<int> ClausesOf(List<Word> words)
    {
        var clauses = new HashSet<int>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Text;
            var tells = word == "varav" || i > 0 && words[i - 1].Text == "av" && Whom.Contains(word)
                || Array.Exists(Beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal));
            if (tells) clauses.Add(words[i].Sentence);
        }
        return clauses;
    }
}
