using System.ComponentModel.DataAnnotations;

namespace Matchmaking.FollowUps;

/// <summary>People from the target groups whom the deal has given something to do since it began, counted by the enterprise. Numbers only, never persons. One that is null was not told, and what was told before it still holds.</summary>
/// <param name="EmployedWomen">Women employed.</param>
/// <param name="EmployedMen">Men employed.</param>
/// <param name="TrainingWomen">Women in work training.</param>
/// <param name="TrainingMen">Men in work training.</param>
/// <param name="PracticeWomen">Women in practice.</param>
/// <param name="PracticeMen">Men in practice.</param>
/// <param name="ToWork">How many went on to other work within six months.</param>
/// <param name="ToStudies">How many went on to studies within six months.</param>
public sealed record PeopleCounts(
    [property: Range(0, 10_000)] int? EmployedWomen = null,
    [property: Range(0, 10_000)] int? EmployedMen = null,
    [property: Range(0, 10_000)] int? TrainingWomen = null,
    [property: Range(0, 10_000)] int? TrainingMen = null,
    [property: Range(0, 10_000)] int? PracticeWomen = null,
    [property: Range(0, 10_000)] int? PracticeMen = null,
    [property: Range(0, 10_000)] int? ToWork = null,
    [property: Range(0, 10_000)] int? ToStudies = null);

/// <summary>A follow-up as both parties see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="DealId">The deal.</param>
/// <param name="By">municipality or enterprise.</param>
/// <param name="On">The day it describes.</param>
/// <param name="InvoicedSek">Invoiced since the beginning, SEK excluding VAT; from the municipality.</param>
/// <param name="Jobs">Full-time years since the beginning (one is 1 760 hours); from the enterprise.</param>
/// <param name="People">People since the beginning; from the enterprise, null when it told none.</param>
/// <param name="Note">In words.</param>
/// <param name="NotedAt">When it was written (UTC).</param>
public sealed record FollowUpView(
    Guid Id, Guid DealId, string By, DateOnly On, decimal? InvoicedSek, decimal? Jobs, PeopleCounts? People, string? Note, DateTimeOffset NotedAt)
{
    internal static FollowUpView Of(FollowUp followUp) => new(
        followUp.Id, followUp.DealId, followUp.ByBuyer ? "municipality" : "enterprise", followUp.On, followUp.InvoicedSek, followUp.Jobs,
        Counts(followUp), followUp.Note, followUp.NotedAt);

    private static PeopleCounts? Counts(FollowUp followUp)
    {
        var told = new PeopleCounts(followUp.EmployedWomen, followUp.EmployedMen, followUp.TrainingWomen, followUp.TrainingMen,
            followUp.PracticeWomen, followUp.PracticeMen, followUp.ToWork, followUp.ToStudies);
        return told == new PeopleCounts() ? null : told;
    }
}
