using Contracts;
using Knowledge.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Knowledge.Seeding;

/// <summary>
/// Made-up discussions, marked as such, that show what can be asked. After the question each reply begins with a line
/// <c>--- function, municipality</c>; <c>--- ! …</c> is the accepted answer. What people have said in one stays.
/// </summary>
internal static class SeedDiscussions
{
    private const string Reply = "\n--- ";

    public static async Task Run(KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        foreach (var file in SeedFile.All("discussions"))
        {
            var id = SeedIds.Of("discussion", file.One("slug"));
            if (await db.Discussions.AnyAsync(d => d.Id == id, stop)) continue;
            var now = clock.GetUtcNow();
            var parts = file.Body.Split(Reply);
            var discussion = Discussion.Start(Text(file, parts[0]), new Writer { Label = file.One("writer") }, now, id);
            foreach (var part in parts[1..])
            {
                var end = part.IndexOf('\n', StringComparison.Ordinal);
                var reply = discussion.Add(part[end..].Trim(), new Writer { Label = part[..end].TrimStart('!', ' ') }, now)!;
                if (part.StartsWith('!')) discussion.Accept(reply.Id);
            }
            db.Add(discussion);
        }
        await db.SaveChangesAsync(stop);
    }

    internal static DiscussionText Text(SeedFile file, string question) => new()
    {
        Title = file.One("title"),
        Body = question.Trim(),
        Topic = file.One("topic"),
        Group = file.Optional("group"),
    };
}
