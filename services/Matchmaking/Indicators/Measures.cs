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

    public static IReadOnlyDictionary<string, int> People(FollowUp? told)
    {
        if (told is null) return new Dictionary<string, int>();
        int[] kinds =
        [
            told.EmployedWomen ?? 0, told.EmployedMen ?? 0, told.TrainingWomen ?? 0, told.TrainingMen ?? 0, told.PracticeWomen ?? 0, told.PracticeMen ?? 0,
        ];
        var counts = Kinds.Zip(kinds).ToDictionary(pair => pair.First, pair => pair.Second);
        counts[Persons] = kinds.Sum();
        counts[ToWork] = told.ToWork ?? 0;
        counts[ToStudies] = told.ToStudies ?? 0;
        return counts;
    }
}
