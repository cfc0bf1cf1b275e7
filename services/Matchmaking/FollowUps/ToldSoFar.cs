namespace Matchmaking.FollowUps;

/// <summary>
/// What the parties have told of a deal so far: of each figure the newest that was given, null when it never was. A follow-up with only a note, or with some
/// of the figures, leaves the others as they were.
/// </summary>
internal sealed record ToldSoFar(decimal? InvoicedSek, decimal? Jobs, PeopleCounts People)
{
    public static ToldSoFar Of(IEnumerable<FollowUp> followUps)
    {
        var newest = followUps.OrderByDescending(followUp => followUp.On).ThenByDescending(followUp => followUp.Id).ToList();
        return new(Of(told => told.InvoicedSek), Of(told => told.Jobs), new PeopleCounts(
            Of(told => told.EmployedWomen), Of(told => told.EmployedMen), Of(told => told.TrainingWomen), Of(told => told.TrainingMen),
            Of(told => told.PracticeWomen), Of(told => told.PracticeMen), Of(told => told.ToWork), Of(told => told.ToStudies)));

        T? Of<T>(Func<FollowUp, T?> figure) where T : struct => newest.Select(figure).FirstOrDefault(given => given is not null);
    }
}
