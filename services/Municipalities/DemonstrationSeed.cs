using System.Text.Json;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Municipalities.Agreements;
using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Journeys;
using Municipalities.Mentorships;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities;

/// <summary>
/// Baselines, collaborations, journeys, agreements and a mentorship of the demonstration: made up, marked as such, and dated back from
/// the day they are written. What is there already is left alone.
/// </summary>
internal static class DemonstrationSeed
{
    public static async Task Run(MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        using var seed = typeof(DemonstrationSeed).Assembly.GetManifestResourceStream("journey/demonstration.json") ?? throw new InvalidDataException("The demonstration is missing.");
        var all = JsonSerializer.Deserialize<Demonstration>(seed, ApiJson.Options)!;
        var today = clock.Today();
        var known = (await db.Baselines.Select(row => row.Id).Concat(db.Collaborations.Select(row => row.Id)).Concat(db.Agreements.Select(row => row.Id))
            .Concat(db.Mentorships.Select(row => row.Id)).ToListAsync(stop)).ToHashSet();
        var travelling = (await db.Journeys.Select(row => row.MunicipalityCode).ToListAsync(stop)).ToHashSet();
        var open = (await db.Mentorships.Where(row => row.Status == MentorshipStatus.Requested || row.Status == MentorshipStatus.Accepted).Select(row => row.AskingCode).ToListAsync(stop)).ToHashSet();

        foreach (var municipality in all.Municipalities)
        {
            foreach (var (round, number) in municipality.Rounds.Select((round, number) => (round, number)))
                if (known.Add(SeedIds.Of("baseline", $"{municipality.Code}/{number}")))
                    Assess(db, municipality, round, SeedIds.Of("baseline", $"{municipality.Code}/{number}"), all.Evidence, today);
            if (municipality.Journey is { } journey && travelling.Add(municipality.Code)) db.Add(Travel(municipality.Code, journey, today));
        }
        foreach (var one in all.Collaborations.Where(one => known.Add(SeedIds.Of("collaboration", one.Code)))) Arrange(db, one, clock, today);
        foreach (var (one, number) in all.Agreements.Select((one, number) => (one, number)).Where(one => known.Add(SeedIds.Of("agreement", $"{one.number}"))))
            db.Add(Agree(one, SeedIds.Of("agreement", $"{number}"), today));
        foreach (var one in all.Mentorships.Where(one => known.Add(SeedIds.Of("mentorship", $"{one.Asking}/{one.Mentor}")) && !open.Contains(one.Asking)))
            db.Add(Help(one, today));
        await db.SaveChangesAsync(stop);
    }

    private static void Assess(MunicipalitiesDb db, Municipality municipality, Round round, Guid id, Dictionary<string, List<string>> evidence, DateOnly today)
    {
        var on = today.AddMonths(-round.MonthsAgo);
        var baseline = Baseline.Open(id, municipality.Code, round.Title, null, on.AddDays(-21), demonstration: true);
        var answers = round.Answers.Select((levels, number) => new BaselineAnswer
        {
            BaselineId = id,
            Subject = $"demonstration-{number}",
            AnsweredAt = SwedishTime.Midnight(on),
            Content = new AnswerContent
            {
                Levels = [.. levels.Select((level, at) => new LevelAnswer { Dimension = Dimensions.All[at].Code, Level = level })],
                Evidence = [.. levels.SelectMany((level, at) => Shown(Dimensions.All[at].Code, level ?? 0, evidence, on))],
            },
        }).ToList();
        Must(baseline.Close(answers, on));
        Must(baseline.Wish(municipality.Wishes));
        Must(baseline.Share(municipality.Shared, municipality.Willing));
        db.Add(baseline);
        db.AddRange(answers);
    }

    private static IEnumerable<Evidence> Shown(string dimension, int level, Dictionary<string, List<string>> evidence, DateOnly day) =>
        from reached in Enumerable.Range(Dimensions.EvidenceFrom, Math.Max(0, level - Dimensions.EvidenceFrom + 1))
        where reached - Dimensions.EvidenceFrom < evidence[dimension].Count
        select new Evidence { Dimension = dimension, Level = reached, Kind = reached == 2 ? EvidenceKind.Decision : EvidenceKind.Document, Title = evidence[dimension][reached - Dimensions.EvidenceFrom], On = day.AddMonths(-2) };

    private static Journey Travel(string code, Travelled journey, DateOnly today)
    {
        var start = today.AddMonths(-journey.MonthsAgo);
        var begun = Journey.Start(SeedIds.Of("journey", code), code, JourneyTemplate.Find(journey.Template), start, demonstration: true);
        foreach (var action in begun.Actions.OrderBy(action => action.Content.DueOn).Take(journey.Done).ToList())
            Must(begun.MoveAction(action.Id, ActionStatus.Done, "Anteckning i ärendet (exempel)", action.Content.DueOn < today ? action.Content.DueOn!.Value : today));
        return begun;
    }

    private static void Arrange(MunicipalitiesDb db, Arranged one, TimeProvider clock, DateOnly today)
    {
        var content = one.Content with
        {
            ProjectEndsOn = one.ProjectEndedMonthsAgo is { } months ? today.AddMonths(-months) : null,
            SteeringDocuments = [.. one.Content.SteeringDocuments.Select((document, number) => document with { ValidUntil = today.AddMonths(number == 0 ? 14 : 26) })],
            DialogueForum = one.Content.DialogueForum! with { NextOn = today.AddMonths(2) },
            FollowUp = one.Content.FollowUp! with { NextOn = today.AddMonths(5) },
        };
        var row = Collaboration.Begin(SeedIds.Of("collaboration", one.Code), one.Code, content, demonstration: true);
        Must(row.Share(shared: true, model: true));
        if (one.Results is { } results) Must(row.TellResults(results));
        db.Add(row);
        db.Keep(row, clock);
    }

    private static Agreement Agree(Agreed one, Guid id, DateOnly today)
    {
        var start = today.AddMonths(-one.StartedMonthsAgo);
        var (row, error) = Agreement.Draft(id, one.Code, one.Content with { StartsOn = start, EndsOn = start.AddMonths(one.Months), ReviewOn = today.AddMonths(one.ReviewInMonths) }, demonstration: true);
        Must(error ?? row!.Sign(start) ?? row.Share(one.Shared));
        return row!;
    }

    private static Mentorship Help(Helped one, DateOnly today)
    {
        var on = today.AddMonths(-one.MonthsAgo);
        var row = Mentorship.Request(SeedIds.Of("mentorship", $"{one.Asking}/{one.Mentor}"), one.Asking, one.Mentor, one.Dimension, one.Message, on, demonstration: true);
        Must(row.Reply(one.Mentor, accepts: true, one.Answer, on.AddDays(4)) ?? row.Note(one.Mentor, on.AddDays(12), one.Note));
        return row;
    }

    private static void Must(Error? error)
    {
        if (error is not null) throw new InvalidDataException($"The demonstration breaks a rule: {error.Title}");
    }

    private sealed record Demonstration(
        Dictionary<string, List<string>> Evidence, List<Municipality> Municipalities, List<Arranged> Collaborations, List<Agreed> Agreements, List<Helped> Mentorships);

    private sealed record Municipality(string Code, List<string> Shared, bool Willing, List<SupportWish> Wishes, List<Round> Rounds, Travelled? Journey);

    private sealed record Round(string Title, int MonthsAgo, List<List<int?>> Answers);

    private sealed record Travelled(string Template, int MonthsAgo, int Done);

    private sealed record Arranged(string Code, int? ProjectEndedMonthsAgo, string? Results, CollaborationContent Content);

    private sealed record Agreed(string Code, int StartedMonthsAgo, int Months, int ReviewInMonths, bool Shared, AgreementContent Content);

    private sealed record Helped(string Asking, string Mentor, string Dimension, int MonthsAgo, string Message, string Answer, string Note);
}
