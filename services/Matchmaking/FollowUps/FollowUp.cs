using Matchmaking.Deals;

namespace Matchmaking.FollowUps;

/// <summary>
/// How a deal stands on a day, told by one of its parties. Everything is counted from the start of the deal, so the newest
/// number that was given holds (<see cref="ToldSoFar"/>), and one that comes twice does no harm. It is never changed; a correction is a new one.
/// </summary>
internal sealed class FollowUp
{
    private FollowUp() { }

    public Guid Id { get; private set; }
    public Guid DealId { get; private set; }

    /// <summary>True from the municipality, which knows what was invoiced; false from the enterprise, which knows the people.</summary>
    public bool ByBuyer { get; private set; }
    public DateOnly On { get; private set; }
    public decimal? InvoicedSek { get; private set; }

    /// <summary>Full-time years so far.</summary>
    public decimal? Jobs { get; private set; }
    public int? EmployedWomen { get; private set; }
    public int? EmployedMen { get; private set; }
    public int? TrainingWomen { get; private set; }
    public int? TrainingMen { get; private set; }
    public int? PracticeWomen { get; private set; }
    public int? PracticeMen { get; private set; }
    public int? ToWork { get; private set; }
    public int? ToStudies { get; private set; }
    public string? Note { get; private set; }
    public DateTimeOffset NotedAt { get; private set; }

    public static FollowUp FromBuyer(Deal deal, DateOnly on, decimal? invoicedSek, string? note, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), DealId = deal.Id, ByBuyer = true, On = on, InvoicedSek = invoicedSek, Note = note, NotedAt = now };

    public static FollowUp FromSupplier(Deal deal, DateOnly on, decimal? jobs, PeopleCounts people, string? note, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), DealId = deal.Id, On = on, Jobs = jobs, Note = note, NotedAt = now,
        EmployedWomen = people.EmployedWomen, EmployedMen = people.EmployedMen, TrainingWomen = people.TrainingWomen, TrainingMen = people.TrainingMen,
        PracticeWomen = people.PracticeWomen, PracticeMen = people.PracticeMen, ToWork = people.ToWork, ToStudies = people.ToStudies,
    };
}
