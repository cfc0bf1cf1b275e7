using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Matchmaking.Routes;

/// <summary>Assesses the routes of a need without storing anything.</summary>
internal static class AssessRoutes
{
    public static Results<Ok<Assessment>, ProblemHttpResult> Handle(RouteInput input, TimeProvider clock)
    {
        var invalid = RouteInputRules.Check(input);
        return invalid.Length > 0
            ? CommonErrors.Invalid.Result("Rätta uppgifterna och försök igen.", invalid)
            : TypedResults.Ok(RouteEngine.Evaluate(input, SwedishTime.DayOf(clock.GetUtcNow())));
    }
}
