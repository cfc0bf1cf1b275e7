using System.Text.Json;
using Matchmaking.Routes;

namespace Matchmaking.RouteAssessments;

/// <summary>An assessment kept with a deal.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="DealId">The deal.</param>
/// <param name="AssessedAt">When (UTC).</param>
/// <param name="AssessedBy">By whom.</param>
/// <param name="Facts">The facts as they were sent: need and enterprise.</param>
/// <param name="Result">The answers as they were given, with the rules' versions.</param>
/// <param name="ChangedRoutes">Routes whose answer the rules now in force would change; the owner should assess again.</param>
public sealed record RouteAssessmentView(
    Guid Id, Guid DealId, DateTimeOffset AssessedAt, string AssessedBy, JsonElement Facts, Assessment Result, IReadOnlyList<string> ChangedRoutes)
{
    internal static RouteAssessmentView Of(RouteAssessment assessment) => new(
        assessment.Id, assessment.DealId, assessment.AssessedAt, assessment.AssessedBy,
        JsonElement.Parse(assessment.Facts), assessment.Made(), assessment.Changed());
}
