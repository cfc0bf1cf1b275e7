using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Benchmarks.Matching;

/// <summary>Lucene.NET 4.8 with its Swedish analyzer and BM25, as a baseline: every word of the need, joined by "or".</summary>
internal sealed class LuceneText : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly SwedishAnalyzer analyzer = new(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public LuceneText(IEnumerable<(string Id, string Text)> documents)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var (id, text) in documents)
                writer.AddDocument([new StringField("id", id, Field.Store.YES), new TextField("text", text, Field.Store.NO)]);
            writer.ForceMerge(1);
        }
        reader = DirectoryReader.Open(directory);
        searcher = new(reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>The best documents for a text, best first.</summary>
    public List<string> Search(string text, int top)
    {
        var query = new BooleanQuery();
        foreach (var word in Words(text)) query.Add(new TermQuery(new Term("text", word)), Occur.SHOULD);
        return [.. searcher.Search(query, top).ScoreDocs.Select(hit => reader.Document(hit.Doc).GetField("id").GetStringValue(System.Globalization.CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private HashSet<string> Words(string text)
    {
        using var stream = analyzer.GetTokenStream("text", text);
        var word = stream.AddAttribute<ICharTermAttribute>();
        var words = new HashSet<string>();
        stream.Reset();
        while (stream.IncrementToken()) words.Add(word.ToString());
        stream.End();
        return words;
    }
}
