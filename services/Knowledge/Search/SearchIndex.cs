using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Knowledge.Search;

/// <summary>Keeps the search in step with what is searched.</summary>
internal static class SearchIndex
{
    /// <summary>Adds the entries of all changed nouns to the same save.</summary>
    public static void Follow(KnowledgeDb db)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var changed in db.ChangeTracker.Entries<ISearchable>().ToList())
        {
            if (changed.State is not (EntityState.Added or EntityState.Modified)) continue;
            var entry = SearchEntry.Of(changed.Entity.ToSearchText());
            // One save may be tried again; the entry of the first try is then still at hand.
            if (db.SearchEntries.Local.FindEntryUntyped([entry.Kind, entry.Id]) is { } earlier) earlier.State = EntityState.Detached;
            db.Entry(entry).State = changed.State;
        }
    }

    /// <summary>Makes what is missing, and makes anew what an older text analysis has made. Run before the seed.</summary>
    public static async Task Renew(KnowledgeDb db, CancellationToken stop)
    {
        await Renew(db, db.Articles.AsNoTracking(), a => a.Id, stop);
        await Renew(db, db.Cases.AsNoTracking(), c => c.Id, stop);
        await Renew(db, db.Meetings.AsNoTracking(), m => m.Id, stop);
        await Renew(db, db.Collaborations.AsNoTracking(), c => c.Id, stop);
        await Renew(db, db.Discussions.AsNoTracking().Include(d => d.Replies), d => d.Id, stop);
    }

    private static async Task Renew<TNoun>(KnowledgeDb db, IQueryable<TNoun> nouns, Expression<Func<TNoun, Guid>> id, CancellationToken stop)
        where TNoun : class, ISearchable
    {
        var wanted = await nouns.Select(id).ToListAsync(stop);
        var current = (await db.SearchEntries.Where(e => wanted.Contains(e.Id)).Select(e => new { e.Id, e.Analysis }).ToListAsync(stop)).ToDictionary(e => e.Id, e => e.Analysis);
        var old = wanted.Where(each => current.GetValueOrDefault(each) != KnowledgeWords.Version).ToHashSet();
        if (old.Count == 0) return;
        foreach (var noun in await nouns.ToListAsync(stop))
        {
            var entry = SearchEntry.Of(noun.ToSearchText());
            if (old.Contains(entry.Id)) db.Entry(entry).State = current.ContainsKey(entry.Id) ? EntityState.Modified : EntityState.Added;
        }
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }
}
