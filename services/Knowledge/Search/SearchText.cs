namespace Knowledge.Search;

/// <summary>Something people can search for.</summary>
internal interface ISearchable
{
    SearchText ToSearchText();
}

/// <summary>What is searched of a noun, and who may see that it exists.</summary>
/// <param name="Kind">article, case, discussion, meeting or model.</param>
/// <param name="Id">Identity of the noun.</param>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">What the reader gets.</param>
/// <param name="Keywords">Words people search with.</param>
/// <param name="Body">The text in Markdown.</param>
/// <param name="Topic">Part of the handbook.</param>
/// <param name="Audiences">Who it is for.</param>
/// <param name="Routes">Legal routes it speaks of.</param>
/// <param name="ReviewBy">The last day it may stand without review.</param>
/// <param name="Public">Seen by everybody.</param>
/// <param name="Readers">Organisations that see it also while it is not public.</param>
internal sealed record SearchText(
    string Kind, Guid Id, string Slug, string Title, string Summary, IReadOnlyList<string> Keywords, string Body, string Topic,
    IReadOnlyList<string> Audiences, IReadOnlyList<string> Routes, DateOnly ReviewBy, bool Public, IReadOnlyList<string> Readers);
