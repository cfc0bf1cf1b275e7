using System.Globalization;
using Knowledge.Cases;
using Microsoft.EntityFrameworkCore;

namespace Knowledge.Seeding;

/// <summary>Made-up examples, marked as such, that show the handbook in practice until the network has enough of its own.</summary>
internal static class SeedCases
{
    public static async Task Run(KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var known = await db.Cases.Where(c => c.Fictional).ToDictionaryAsync(c => c.Slug, stop);
        foreach (var file in SeedFile.All("cases"))
        {
            var slug = file.One("slug");
            if (!known.TryGetValue(slug, out var example)) db.Add(Case.FirstEdition(slug, Facts(file), Text(file), file.Mark, clock.GetUtcNow()));
            else if (example.SeedMark is { } mark && mark != file.Mark) example.NextEdition(Facts(file), Text(file), file.Mark);
        }
        await db.SaveChangesAsync(stop);
    }

    internal static CaseText Text(SeedFile file) => new()
    {
        Title = file.One("title"),
        Summary = file.One("summary"),
        Body = file.Body,
        Dimensions = file.Many("dimensions"),
        BuyerContact = file.One("buyerContact"),
        SupplierContact = file.One("supplierContact"),
        ReviewBy = file.Day("reviewBy"),
    };

    internal static CaseFacts Facts(SeedFile file) => new(
        file.One("municipality"), file.Optional("profile"), file.One("enterprise"), file.One("topic"), file.Many("routes"), file.Many("cpv"), file.Lines("sources"),
        Number(file, "valueSek"), Number(file, "jobs"), (int?)Number(file, "year"));

    private static decimal? Number(SeedFile file, string field) =>
        file.Optional(field) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
