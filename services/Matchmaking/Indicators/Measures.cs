using Matchmaking.FollowUps;
using Matchmaking.Interests;

namespace Matchmaking.Indicators;

/// <summary>Counts that are not public one by one, and therefore hidden where they are small.</summary>
internal static class Measures
{
    public const string Answered = "needsAnswered";
    public const string Persons = "persons";

    /// <summary>The kinds of people that <see cref="Persons"/> is the sum of.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["employedWomen", "employedMen", "trainingWomen", "trainingMen", "practiceWomen", "practiceMen"];
    public const string ToWork = "toWork";
    public const string ToStudies = "toStudies";

    public static readonly IReadOnlyList<string> All = [Answered, Persons, .. Kinds, ToWork, ToStudies, .. Enum.GetValues<NoDealReason>().Select(NoDeal)];

    /// <summary>Interests that came to nothing for a reason that both sides have confirmed. Each reason is counted for itself: with a sum of them beside each place they would close into rings.</summary>
    public static string NoDeal(NoDealReason reason) => $"noDeal{reason}";

    /// <summary>The counts that were told; what was not is not there, rather than zero.</summary>
    public static IReadOnlyDictionary<string, int> People(PeopleCounts told)
    {
        int?[] kinds = [told.EmployedWomen, told.EmployedMen, told.TrainingWomen, told.TrainingMen, told.PracticeWomen, told.PracticeMen];
        int? persons = kinds.All(kind => kind is null) ? null : kinds.Sum();
        (string Name, int? Count)[] all = [.. Kinds.Zip(kinds), (Persons, persons), (ToWork, told.ToWork), (ToStudies, told.ToStudies)];
        return all.Where(one => one.Count is not null).ToDictionary(one => one.Name, one => one.Count!.Value);
    }
}
