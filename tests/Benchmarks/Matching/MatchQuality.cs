using LocalServers;
using Matchmaking.Matching;
using Matchmaking.Matching.Vocabulary;

namespace Benchmarks.Matching;

/// <summary>
/// match-quality [--set FILE] [--no-codes] [--ours] [--each] [--reasons]: nDCG@10, MRR and recall@10 of our ranking and of two baselines on a graded set,
/// each with and without regard to the service area. --no-codes takes the codes of the needs away, --ours leaves the baselines out, --each tells every need, --reasons what the index says of the first three.
/// </summary>
internal static class MatchQuality
{
    public static async Task<int> Run(string[] args)
    {
        var file = GradedSet.Find(args);
        var set = GradedSet.Read(file);
        if (args.Contains("--no-codes")) set = set with { Needs = [.. set.Needs.Select(n => n with { Cpv = [] })] };
        var places = Places.Read();
        Console.WriteLine($"{Path.GetFileName(file)}: {set.Enterprises.Count} enterprises, {set.Needs.Count} needs, {set.Judgements.Count} judgements");
        var covered = Covered(set, places);

        using (var index = Ours(set with { Enterprises = Everywhere(set) }, places)) Print("ours, text and codes alone", set, Rank(set, index));
        using var ours = Ours(set, places);
        Print($"ours with area and size ({ours.Version})", set, Rank(set, ours));

        foreach (var withCodes in args.Contains("--ours") ? [] : new[] { false, true }) await Baselines(set, covered, withCodes);
        if (args.Contains("--each")) Each(set, Rank(set, ours));
        if (args.Contains("--reasons")) Reasons(set, ours);
        return 0;
    }

    /// <summary>Both baselines on name and description, and with the codes as further words: the stronger of the two is the one to beat.</summary>
    private static async Task Baselines(GradedSet set, HashSet<(string, string)> covered, bool withCodes)
    {
        var documents = set.Enterprises.Select(e => (e.Id, $"{e.Name}. {e.Description}{CodeWords(e.Cpv)}")).ToList();
        var questions = set.Needs.ToDictionary(n => n.Id, n => $"{n.Title} {n.Description}{CodeWords(n.Cpv)}");
        var told = withCodes ? "text and codes" : "text";
        using (var lucene = new LuceneText(documents))
            PrintBoth($"Lucene.NET BM25, {told}", set, covered, questions.ToDictionary(q => q.Key, q => lucene.Search(q.Value, set.Enterprises.Count)));
        try
        {
            await using var postgres = await PostgresText.Of(documents);
            var ranked = new Dictionary<string, List<string>>();
            foreach (var (need, text) in questions) ranked[need] = await postgres.Search(text);
            PrintBoth($"PostgreSQL ts_rank_cd, {told}", set, covered, ranked);
        }
        catch (ServerException missing)
        {
            Console.WriteLine($"PostgreSQL baseline not run: {missing.Message}");
        }

        // The whole code, its class and its group, so that related codes have a word in common.
        string CodeWords(List<string> codes) => !withCodes ? "" : string.Concat(codes.Select(c => $" cpv{c} cpv{c[..4]} cpv{c[..3]}"));
    }

    /// <summary>The index as the service fills it.</summary>
    public static MatchIndex Ours(GradedSet set, List<MatchPlace> places)
    {
        var index = new MatchIndex();
        foreach (var place in places) index.Put(place);
        foreach (var enterprise in set.Enterprises) index.Put(enterprise.ToMatch(DateTimeOffset.UtcNow));
        foreach (var need in set.Needs) index.Put(need.ToMatch());
        return index;
    }

    private static List<GradedEnterprise> Everywhere(GradedSet set) =>
        [.. set.Enterprises.Select(e => e with { ServiceArea = new("national", [], null), MaxContractSek = null })];

    private static HashSet<(string Need, string Enterprise)> Covered(GradedSet set, List<MatchPlace> places)
    {
        var geography = new Geography();
        foreach (var place in places) geography.Put(place);
        return [.. from need in set.Needs from enterprise in set.Enterprises
            let match = enterprise.ToMatch(default)
            where geography.Of(Area.Of(match, match.Offers[0]), Area.Number(need.MunicipalityCode)).Reach == Reach.Covered
            select (need.Id, enterprise.Id)];
    }

    private static Dictionary<string, List<string>> Rank(GradedSet set, MatchIndex index)
    {
        var names = set.Enterprises.ToDictionary(e => Ids.Of(e.Id), e => e.Id);
        return set.Needs.ToDictionary(n => n.Id, n => index.ForNeed(Ids.Of(n.Id), 10).Select(m => names[m.EnterpriseId]).ToList());
    }

    private static void PrintBoth(string name, GradedSet set, HashSet<(string, string)> covered, Dictionary<string, List<string>> ranked)
    {
        Print(name, set, ranked);
        Print($"{name}, covered first", set, ranked.ToDictionary(r => r.Key, r => r.Value.OrderByDescending(e => covered.Contains((r.Key, e))).ToList()));
    }

    private static void Print(string name, GradedSet set, Dictionary<string, List<string>> ranked)
    {
        var rows = set.Needs.Select(n => (grades: set.Grades(n.Id), list: ranked[n.Id])).ToList();
        Console.WriteLine($"{name,-50} nDCG@10 {rows.Average(r => Measures.Ndcg(r.list, r.grades)):0.000}  MRR {rows.Average(r => Measures.ReciprocalRank(r.list, r.grades)):0.000}  recall@10 {rows.Average(r => Measures.Recall(r.list, r.grades)):0.000}");
    }

    private static void Each(GradedSet set, Dictionary<string, List<string>> ranked)
    {
        var vocabulary = new TradeWords(TradeFile.BuiltIn());
        var profiler = new Profiler(vocabulary);
        foreach (var need in set.Needs)
        {
            var (grades, list) = (set.Grades(need.Id), ranked[need.Id]);
            var missed = grades.Where(g => !list.Contains(g.Key)).Select(g => $"{g.Key}:{g.Value}");
            Console.WriteLine($"  {need.Id} {Measures.Ndcg(list, grades):0.00} {need.Title}: {string.Join(' ', list.Select(e => $"{e}:{grades.GetValueOrDefault(e)}"))}  missed {string.Join(' ', missed)}");
            Console.WriteLine($"      {Situations.Read(vocabulary, profiler.Read(need.ToMatch()).Text)}");
        }
    }

    private static void Reasons(GradedSet set, MatchIndex index)
    {
        var names = set.Enterprises.ToDictionary(e => Ids.Of(e.Id), e => e);
        foreach (var need in set.Needs)
            foreach (var match in index.ForNeed(Ids.Of(need.Id), 3))
                Console.WriteLine($"  {need.Id} {need.Title} -> {names[match.EnterpriseId].Id} {names[match.EnterpriseId].Name} {match.Score:0.000}\n      {string.Join("\n      ", match.Reasons.Select(reason => reason.Text))}");
    }
}
