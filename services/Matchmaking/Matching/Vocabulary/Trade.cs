namespace Matchmaking.Matching.Vocabulary;

/// <summary>A trade: what an enterprise does, in the words that people use.</summary>
/// <param name="Index">Place in the vocabulary, from 0.</param>
/// <param name="Key">Its name in the vocabulary file.</param>
/// <param name="Names">What it is called; weighs most.</param>
/// <param name="Words">Tools, objects and doings that belong to it.</param>
/// <param name="Situations">What people say who need it, without knowing its name.</param>
/// <param name="Misleading">Words that look like it and are not.</param>
/// <param name="Codes">CPV prefixes, two to eight digits.</param>
/// <param name="Near">Other trades by key, and how far they could stand in, 0 to 1.</param>
/// <param name="Frames">Things and what is the matter with them.</param>
/// <param name="ForGroup">True where the service itself is bought for a certain group, so that target groups decide.</param>
public sealed record Trade(
    int Index, string Key, IReadOnlyList<string> Names, IReadOnlyList<string> Words, IReadOnlyList<string> Situations,
    IReadOnlyList<string> Misleading, IReadOnlyList<string> Codes, IReadOnlyDictionary<string, float> Near,
    IReadOnlyList<Frame> Frames, bool ForGroup)
{
    /// <summary>The name to tell people.</summary>
    public string Label => Names.Count > 0 ? Names[0] : Key;
}

/// <summary>Any of the things with any of the signs speaks for the trade, though neither alone does: plates and cold, leaves and rake.</summary>
/// <param name="Things">Objects, places and people.</param>
/// <param name="Signs">What is the matter with them, or what shall be done.</param>
public sealed record Frame(IReadOnlyList<string> Things, IReadOnlyList<string> Signs);
