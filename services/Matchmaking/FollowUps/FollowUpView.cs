using System.ComponentModel.DataAnnotations;

namespace Matchmaking.FollowUps;

/// <summary>People from the target groups whom the deal has given something to do since it began, counted by the enterprise. Numbers only, never persons.</summary>
/// <param name="EmployedWomen">Women employed.</param>
/// <param name="EmployedMen">Men employed.</param>
/// <param name="TrainingWomen">Women in work training.</param>
/// <param name="TrainingMen">Men in work training.</param>
/// <param name="PracticeWomen">Women in practice.</param>
/// <param name="PracticeMen">Men in practice.</param>
/// <param name="ToWork">How many went on to other work within six months.</param>
/// <param name="ToStudies">How many went on to studies within six months.</param>
public sealed record PeopleCounts(
    [property: Range(0, 10_000)] int EmployedWomen = 0,
    [property: Range(0, 10_000)] int EmployedMen = 0,
    [property: Range(0, 10_000)] int TrainingWomen = 0,
    [property: Range(0, 10_000)] int TrainingMen = 0,
    [property: Range(0, 10_000)] int PracticeWomen = 0,
    [property: Range(0, 10_000)] int PracticeMen = 0,
    [property: Range(0, 10_000)] int ToWork = 0,
    [property: Range(0, 10_000)] int ToStudies = 0);

/// <summary>A follow-up as both parties see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="DealId">The deal.</param>
/// <param name="By">municipality or enterprise.</param>
/// <param name="On">The day it describes.</param>
/// <param name="InvoicedSek">Invoiced since the beginning, SEK excluding VAT; from the municipality.</param>
/// <param name="Jobs">Full-time years since the beginning (one is 1 760 hours); from the enterprise.</param>
/// <param name="People">People since the beginning; from the enterprise.</param>
/// <param name="Note">In words.</param>
/// <param name="NotedAt">When it was written (UTC).</param>
public sealed record FollowUpView(
    Guid Id, Guid DealId, string By, DateOnly On, decimal? InvoicedSek, decimal? Jobs, PeopleCounts? People, string? Note, DateTimeOffset NotedAt)
{
    internal static FollowUpView Of(FollowUp followUp) => new(
        followUp.Id, followUp.DealId, followUp.ByBuyer ? "municipality" : "enterprise", followUp.On, followUp.InvoicedSek, followUp.Jobs,
        followUp.ByBuyer ? null : new PeopleCounts(followUp.EmployedWomen ?? 0, followUp.EmployedMen ?? 0, followUp.TrainingWomen ?? 0, followUp.TrainingMen ?? 0,
            followUp.PracticeWomen ?? 0, followUp.PracticeMen ?? 0, followUp.ToWork ?? 0, followUp.ToStudies ?? 0),
        followUp.Note, followUp.NotedAt);
}
