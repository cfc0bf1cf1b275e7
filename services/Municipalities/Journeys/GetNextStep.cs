using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Context;
using Municipalities.Mentorships;
using Municipalities.Needs;
using ServiceDefaults;

namespace Municipalities.Journeys;

/// <summary>What to do next, with the chapter, the model and the mentors that fit, and why.</summary>
internal static class GetNextStep
{
    /// <summary>The next step. Its members are null when all dimensions are at level 3 or higher.</summary>
    /// <param name="BaselineId">The round that it is read from.</param>
    /// <param name="Dimension">Code of the dimension to work with, or null.</param>
    /// <param name="Name">Its name in Swedish, or null.</param>
    /// <param name="Level">One's own level, or null when nobody answered.</param>
    /// <param name="Target">The level to reach next, or null.</param>
    /// <param name="TargetText">What is true at that level, or null.</param>
    /// <param name="Reason">Why it is this one, in Swedish.</param>
    /// <param name="Chapter">Slug of the handbook's chapter to read, or null.</param>
    /// <param name="Action">An action to put into the journey, or null.</param>
    /// <param name="Model">A model to look at, or null when none fits.</param>
    /// <param name="Mentors">At most two municipalities that could help.</param>
    public sealed record Response(
        Guid BaselineId, string? Dimension, string? Name, decimal? Level, int? Target, string? TargetText, string Reason, string? Chapter,
        ActionContent? Action, ModelSuggestion? Model, IReadOnlyList<MentorSuggestion> Mentors);

    /// <summary>A model to look at.</summary>
    /// <param name="CollaborationId">The model.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="MunicipalityCode">SCB code of the municipality whose model it is.</param>
    /// <param name="MunicipalityName">Its name.</param>
    /// <param name="Reason">Why it is proposed, in Swedish.</param>
    public sealed record ModelSuggestion(Guid CollaborationId, string Title, string MunicipalityCode, string MunicipalityName, string Reason);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string code, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        // Its levels are the municipality's own, so the network lead does not see it.
        if (user.Municipality() != code) return JourneyErrors.NotFound.Result();
        return await db.LatestBaseline(code, stop) is { } latest ? TypedResults.Ok(await Of(db, code, latest, stop)) : JourneyErrors.NoBaseline.Result();
    }

    public static async Task<Response> Of(MunicipalitiesDb db, string code, Baseline latest, CancellationToken stop)
    {
        if (Blocking.Find(latest) is not { } blocking)
            return new Response(latest.Id, null, null, null, null, null, "Alla delar ligger på minst nivå 3. Håll nivån i tolv månader, och erbjud er gärna som mentorskommun.", null, null, null, []);
        var dimension = blocking.Dimension;
        var text = dimension.Levels[blocking.Target];
        return new Response(latest.Id, dimension.Code, dimension.Name, blocking.Level, blocking.Target, text, blocking.Reason, dimension.Chapter,
            new ActionContent { Text = $"Nå nivå {blocking.Target} i {dimension.Name}: {char.ToLowerInvariant(text[0])}{text[1..]}", Dimension = dimension.Code, Chapter = dimension.Chapter },
            await Model(db, code, blocking, stop),
            await FindMentors.Among(db, code, dimension.Code, blocking.Level, stop));
    }

    /// <summary>The model of the municipality that is most alike, those first that share that they have reached the level.</summary>
    private static async Task<ModelSuggestion?> Model(MunicipalitiesDb db, string code, Blocking blocking, CancellationToken stop)
    {
        var models = await db.Collaborations.Where(row => row.IsModel && row.IsShared && row.MunicipalityCode != code).ToListAsync(stop);
        if (models.Count == 0) return null;
        var facts = await db.Municipalities.ToDictionaryAsync(row => row.Code, row => row.Facts, stop);
        var levels = (await db.LatestShared(blocking.Dimension.Code).ToListAsync(stop)).DistinctBy(row => row.MunicipalityCode).ToDictionary(row => row.MunicipalityCode, row => row.MeanOf(blocking.Dimension.Code));
        var own = facts[code];
        var best = (from model in models
                    let other = facts[model.MunicipalityCode]
                    let level = levels.GetValueOrDefault(model.MunicipalityCode)
                    orderby level >= blocking.Target descending, FindMentors.Likeness(own, other) ?? -1 descending, Surroundings.Km(own, other)
                    select (Model: model, Facts: other, Level: level)).First();
        var likeness = Surroundings.ProfileOf(best.Facts) == Surroundings.ProfileOf(own)
            ? $"{best.Facts.Name} är liksom ni {Surroundings.ProfileOf(own).Name()}"
            : $"{best.Facts.Name} är {Surroundings.ProfileOf(best.Facts).Name()} och inte lik er, så ta det som passar";
        var level_ = best.Level >= blocking.Target ? $" Kommunen delar att den ligger på nivå {Blocking.Shown(best.Level)} i {blocking.Dimension.Name.ToLowerInvariant()}." : "";
        return new ModelSuggestion(best.Model.Id, best.Model.Content.Title, best.Model.MunicipalityCode, best.Facts.Name, $"{likeness}.{level_}");
    }
}
