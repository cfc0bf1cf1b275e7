namespace Knowledge.Search;

/// <summary>What somebody searches for, word by word.</summary>
internal sealed class SearchQuery
{
    private const int MostWords = 12;

    private SearchQuery(List<QueryWord> words) => Words = words;

    /// <summary>The words that count.</summary>
    public IReadOnlyList<QueryWord> Words { get; }

    /// <summary>Every word must be there, as itself, a part of a compound, a synonym or as it was probably meant.</summary>
    public string All => string.Join(" & ", Words.Select(word => $"({word.Query})"));

    /// <summary>Any of them.</summary>
    public string Any => string.Join(" | ", Words.Select(word => $"({word.Query})"));

    /// <summary>What is marked in passages.</summary>
    public Sought Marked => new(Words.SelectMany(word => word.Stems).ToHashSet());

    public static SearchQuery Of(string text)
    {
        var tokens = Token.Of(text).Select(token => token.Text).Distinct().ToList();
        var telling = tokens.Where(word => !KnowledgeWords.IsSilent(word)).ToList();
        return new([.. (telling.Count > 0 ? telling : tokens).Take(MostWords).Select(word => new QueryWord(word))]);
    }

    /// <summary>The same question, with what was probably meant beside the words that nobody has written.</summary>
    public SearchQuery With(IReadOnlyDictionary<string, string> corrections) =>
        new([.. Words.Select(word => corrections.TryGetValue(word.Text, out var meant) ? new QueryWord(word.Text, meant) : word)]);
}

/// <summary>A word of the question.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Meant">What was probably meant, when the word is unknown.</param>
internal sealed record QueryWord(string Text, string? Meant = null)
{
    /// <summary>All stems that it stands for.</summary>
    public IEnumerable<string> Stems => Forms.SelectMany(form => KnowledgeWords.Parts(form) is { Count: > 1 } parts ? Whole(form).Concat(parts) : Whole(form));

    /// <summary>As a tsquery: the word or its synonyms, or all parts of the compound. Stems hold letters and digits only.</summary>
    public string Query => string.Join(" | ", Forms.SelectMany(form => Whole(form).Append(Compound(form))).OfType<string>().Distinct());

    private IEnumerable<string> Forms => Meant is null ? [Text] : [Text, Meant];

    private static IEnumerable<string> Whole(string form)
    {
        var stem = KnowledgeWords.Stem(form);
        return KnowledgeWords.Alike(stem).Prepend(stem);
    }

    private static string? Compound(string form) =>
        KnowledgeWords.Parts(form) is { Count: > 1 } parts ? $"({string.Join(" & ", parts.Distinct())})" : null;
}
