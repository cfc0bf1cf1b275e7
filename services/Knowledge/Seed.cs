using Knowledge.Search;
using Knowledge.Seeding;

namespace Knowledge;

/// <summary>What the service cannot be without: the handbook's first edition and its examples. Run at each start of the platform.</summary>
internal static class Seed
{
    public static async Task Run(KnowledgeDb db, IServiceProvider services, CancellationToken stop)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        // First, since a change of a noun changes its entry, which must be there.
        await SearchIndex.Renew(db, stop);
        await SeedArticles.Run(db, clock, stop);
        await SeedCases.Run(db, clock, stop);
        await SeedDiscussions.Run(db, clock, stop);
    }
}
