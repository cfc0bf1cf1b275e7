using Knowledge.Cases;
using Knowledge.Clauses;
using Knowledge.Copies;
using Knowledge.Models;
using Microsoft.EntityFrameworkCore;

namespace Knowledge.Guidance;

/// <summary>What comes after chapter and case: a text to use, a model to start from and somebody to call, each with the reason.</summary>
internal static class FurtherReading
{
    public static IReadOnlyList<GiveGuidance.ClauseAdvice> Clauses(IReadOnlyList<string> routes, int limit) =>
    [
        .. Clause.All.Select(clause => (Clause: clause, Route: routes.FirstOrDefault(clause.Routes.Contains)))
            .Where(found => found.Route is not null)
            // One that is written for the route comes before one that fits many.
            .OrderBy(found => found.Clause.Routes.Count).Take(limit)
            .Select(found => new GiveGuidance.ClauseAdvice(found.Clause.Slug, found.Clause.Title, found.Clause.Chapter,
                $"Färdig text för {Vocabulary.RouteNames[found.Route!]}; {found.Clause.Source}.")),
    ];

    public static async Task<IReadOnlyList<GiveGuidance.ModelAdvice>> Models(string? dimension, KnowledgeDb db, int limit, CancellationToken stop)
    {
        if (dimension is null) return [];
        var models = await ListModels.Items(db.Collaborations.AsNoTracking().Where(c => c.IsModel && !c.Withdrawn), db).Take(limit).ToListAsync(stop);
        return [.. models.Select(model => new GiveGuidance.ModelAdvice(model.Id, model.Title, model.Municipality, Why(model)))];
    }

    /// <summary>Those who have done it: a municipality that offers to help and is further along, and the buyers of real cases.</summary>
    public static async Task<IReadOnlyList<GiveGuidance.PersonAdvice>> People(
        string? dimension, IReadOnlyList<GiveGuidance.Advice> cases, KnowledgeDb db, int limit, CancellationToken stop)
    {
        var people = new List<GiveGuidance.PersonAdvice>();
        if (dimension is not null)
        {
            var mentors = await db.Baselines.AsNoTracking()
                .Where(b => !b.Withdrawn && b.WillingToMentor && b.Applied.Contains(dimension)
                    && !db.Baselines.Any(later => later.MunicipalityCode == b.MunicipalityCode && !later.Withdrawn && later.AnsweredOn > b.AnsweredOn))
                // In the order of their codes and not of their levels: nobody is ranked.
                .OrderBy(b => b.MunicipalityCode).Take(limit)
                .Select(b => new
                {
                    b.MunicipalityCode,
                    Name = db.Municipalities.Where(m => m.Code == b.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                    Helped = db.Set<KnownMentorship>().Count(m => m.MentorCode == b.MunicipalityCode && m.Dimension == dimension && m.Helped),
                })
                .ToListAsync(stop);
            people.AddRange(mentors.Select(mentor => new GiveGuidance.PersonAdvice("Utvecklingsledare", mentor.Name ?? mentor.MunicipalityCode, mentor.MunicipalityCode,
                $"Kommunen har erbjudit sig att vara mentor och använder redan sina rutiner för {Vocabulary.DimensionNames[dimension]}.{Help(mentor.Helped)}")));
        }
        var slugs = cases.Where(advice => !advice.Fictional).Select(advice => advice.Slug).ToList();
        var buyers = await db.Cases.AsNoTracking().Where(c => slugs.Contains(c.Slug) && c.Status == CaseStatus.Published && c.BuyerContact != "")
            .Select(c => new { c.Slug, c.BuyerContact, c.Municipality, c.MunicipalityCode, c.Title }).ToListAsync(stop);
        people.AddRange(buyers.OrderBy(buyer => slugs.IndexOf(buyer.Slug)).Select(buyer =>
            new GiveGuidance.PersonAdvice(buyer.BuyerContact, buyer.Municipality, buyer.MunicipalityCode, $"Har gjort det: \"{buyer.Title}\".")));
        return [.. people.Take(limit)];
    }

    private static string Help(int times) => times switch { 0 => "", 1 => " Den har hjälpt en kommun vidare i samma del.", var many => $" Den har hjälpt andra vidare i samma del {many} gånger." };

    private static string Why(ListModels.Item model) =>
        (model.Sustainable == "yes" ? "Strukturen är hållbar enligt plattformens regel" : "En struktur att börja från")
        + model.Adoptions switch { 0 => ".", 1 => ", och en kommun har börjat från den.", var many => $", och {many} kommuner har börjat från den." };
}
