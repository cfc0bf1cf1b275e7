using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Enterprises.Exchange;

/// <summary>Takes in enterprises with their offers from a file: all of it, or nothing and a report of every line that is wrong.</summary>
internal static class ImportEnterprises
{
    public static readonly Error NotAllowed = new("import/not-allowed", 403, "Bara nätverkets ledning och driften läser in register");
    public static readonly Error Refused = new("import/refused", 422, "Inget har lästs in: filen har fel");
    public static readonly Error MediaType = new("import/media-type", 415, "Filen ska vara text/csv eller application/json");

    /// <summary>What was taken in.</summary>
    /// <param name="DryRun">True when it was only tried.</param>
    /// <param name="Enterprises">How many enterprises.</param>
    /// <param name="Offers">How many offers.</param>
    /// <param name="Lines">Each enterprise by the line where it begins.</param>
    public sealed record Report(bool DryRun, int Enterprises, int Offers, IReadOnlyList<ReportLine> Lines);

    /// <summary>A line of the report.</summary>
    /// <param name="Line">Line of the CSV file, or place in the JSON list, from 1.</param>
    /// <param name="Id">Identity that the enterprise was given; null when it was only tried.</param>
    /// <param name="Name">The enterprise.</param>
    /// <param name="Offers">How many offers it has.</param>
    public sealed record ReportLine(int Line, Guid? Id, string Name, int Offers);

    // dryRun: only try, and report. publish: the profiles and their offers; otherwise they are drafts.
    public static async Task<Results<Ok<Report>, ProblemHttpResult>> Handle(
        HttpRequest request, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop, bool dryRun = false, bool publish = false)
    {
        if (!user.HasRole(Roles.NetworkLead, Roles.Operations)) return NotAllowed.Result();
        var media = request.ContentType?.Split(';')[0].Trim();
        var file = media switch
        {
            "text/csv" => await ImportFile.ReadCsvAsync(request.Body, stop),
            "application/json" => await ImportFile.ReadJsonAsync(request.Body, stop),
            _ => null,
        };
        if (file is null) return MediaType.Result();

        var (made, faults) = Make(file, user.Subject, publish, clock.GetUtcNow());
        faults.AddRange(await Taken(made, db, stop));
        if (faults.Count > 0) return Refused.Result("Rätta raderna och läs in hela filen igen.", [.. faults]);

        if (!dryRun)
        {
            db.Enterprises.AddRange(made.Select(row => row.Enterprise));
            await db.SaveChangesAsync(stop);
        }
        return TypedResults.Ok(new Report(dryRun, made.Count, made.Sum(row => row.Enterprise.Offers.Count),
            [.. made.Select(row => new ReportLine(row.Line, dryRun ? null : row.Enterprise.Id, row.Enterprise.Name, row.Enterprise.Offers.Count))]));
    }

    private static (List<(int Line, Enterprise Enterprise)> Made, List<InvalidParameter> Faults) Make(ImportFile file, string by, bool publish, DateTimeOffset now)
    {
        var (made, faults) = (new List<(int, Enterprise)>(), file.Faults.ToList());
        foreach (var (line, content) in file.Enterprises)
        {
            var wrong = content.Faults().Select(fault => fault with { Name = $"line {line}: {fault.Name}" }).ToList();
            faults.AddRange(wrong);
            if (wrong.Count > 0) continue;
            var (enterprise, error) = RegisterEnterprise.Make(Guid.CreateVersion7(now), content, by, now);
            foreach (var offer in content.Offers)
            {
                if (enterprise is null || error is not null) break;
                var (drafted, refused) = enterprise.DraftOffer(Guid.CreateVersion7(now), offer);
                error = refused ?? (publish ? enterprise.PublishOffer(drafted!.Id) : null);
            }
            if (error is null && publish) error = enterprise!.Publish(now);
            if (error is not null) faults.Add(new InvalidParameter($"line {line}", error.Title));
            else made.Add((line, enterprise!));
        }
        return (made, faults);
    }

    /// <summary>Numbers that stand twice in the file or are registered already.</summary>
    private static async Task<List<InvalidParameter>> Taken(List<(int Line, Enterprise Enterprise)> made, EnterprisesDb db, CancellationToken stop)
    {
        var numbers = made.Select(row => row.Enterprise.OrganisationNumber).Distinct().ToList();
        var known = await db.Enterprises.Where(row => numbers.Contains(row.OrganisationNumber)).Select(row => new { row.OrganisationNumber, row.Part }).ToListAsync(stop);
        var taken = known.Select(row => (row.OrganisationNumber, row.Part)).ToHashSet();
        return [.. from row in made
                   where !taken.Add((row.Enterprise.OrganisationNumber, row.Enterprise.Part))
                   select new InvalidParameter($"line {row.Line}: organisationNumber", EnterpriseErrors.NumberTaken.Title)];
    }
}
