using Knowledge.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Knowledge.Search;

/// <summary>A noun as the search knows it, written in the transaction of the noun's own change.</summary>
internal sealed class SearchEntry
{
    private SearchEntry() { }

    public string Kind { get; private init; } = "";
    public Guid Id { get; private init; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public List<string> Keywords { get; private set; } = [];
    public string Body { get; private set; } = "";
    public string Topic { get; private set; } = "";
    public List<string> Audiences { get; private set; } = [];
    public List<string> Routes { get; private set; } = [];
    public DateOnly ReviewBy { get; private set; }
    public bool Public { get; private set; }
    public List<string> Readers { get; private set; } = [];

    /// <summary>Words of title, keywords, summary and headings. Small, so that it can be ranked by without being fetched from aside.</summary>
    public NpgsqlTsVector Head { get; private set; } = NpgsqlTsVector.Empty;

    /// <summary>All words.</summary>
    public NpgsqlTsVector Words { get; private set; } = NpgsqlTsVector.Empty;

    /// <summary>Version of the text analysis that made the words.</summary>
    public string Analysis { get; private set; } = "";

    public static SearchEntry Of(SearchText text)
    {
        var entry = new SearchEntry { Kind = text.Kind, Id = text.Id };
        (entry.Slug, entry.Title, entry.Summary, entry.Topic) = (text.Slug, text.Title, text.Summary, text.Topic);
        entry.Body = SafeMarkdown.ToText(text.Body);
        (entry.Keywords, entry.Audiences, entry.Routes, entry.Readers) = ([.. text.Keywords], [.. text.Audiences], [.. text.Routes], [.. text.Readers]);
        (entry.ReviewBy, entry.Public, entry.Analysis) = (text.ReviewBy, text.Public, KnowledgeWords.Version);
        var vector = new VectorBuilder();
        vector.Add(text.Title, 'A', 'B');
        vector.Add(string.Join('\n', text.Keywords), 'B', 'C');
        vector.Add(text.Summary, 'B', 'D');
        vector.Add(SafeMarkdown.Headings(text.Body), 'C', 'D');
        entry.Head = vector.Build();
        vector.Add(entry.Body, 'D', 'D');
        entry.Words = vector.Build();
        return entry;
    }
}

internal sealed class SearchEntryTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("search_entry");
        entry.HasKey(e => new { e.Kind, e.Id });
        entry.Property(e => e.Kind).HasMaxLength(20);
        entry.HasIndex(e => e.Words).HasMethod("gin");
    }
}
