namespace Municipalities.Baselines;

/// <summary>What one person of the municipality answered in a round. Seen by that person alone; others see what all answers come to.</summary>
internal sealed class BaselineAnswer
{
    public Guid BaselineId { get; init; }

    /// <summary>The token's subject.</summary>
    public string Subject { get; init; } = "";

    public AnswerContent Content { get; init; } = new();
    public DateTimeOffset AnsweredAt { get; init; }
}

/// <summary>What the answers to one dimension come to.</summary>
/// <param name="Dimension">The dimension's code.</param>
/// <param name="Mean">Mean level with one decimal, of those who answered; null when nobody did.</param>
/// <param name="Answers">How many answered.</param>
/// <param name="Lowest">The lowest level answered, or null.</param>
/// <param name="Highest">The highest level answered, or null: where the two lie apart, a talk is needed.</param>
/// <param name="Evidence">What shows the levels.</param>
internal sealed record DimensionResult(string Dimension, decimal? Mean, int Answers, int? Lowest, int? Highest, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The results of all dimensions in their order. "No answer" is left out of mean and count.</summary>
    public static IReadOnlyList<DimensionResult> Of(IReadOnlyCollection<BaselineAnswer> answers) =>
    [
        .. from dimension in Dimensions.All
           let levels = (from answer in answers
                         from one in answer.Content.Levels
                         where one.Dimension == dimension.Code && one.Level is not null
                         select one.Level!.Value).ToList()
           let evidence = answers.SelectMany(answer => answer.Content.Evidence).Where(one => one.Dimension == dimension.Code).Distinct().OrderBy(one => one.Level).ThenBy(one => one.On).ToList()
           select levels.Count == 0
               ? new DimensionResult(dimension.Code, null, 0, null, null, evidence)
               : new DimensionResult(dimension.Code, Math.Round((decimal)levels.Sum() / levels.Count, 1, MidpointRounding.AwayFromZero), levels.Count, levels.Min(), levels.Max(), evidence),
    ];

    /// <summary>Levels that have been reached and that nothing shows yet.</summary>
    public IReadOnlyList<int> Unshown() => Mean is not { } mean ? [] :
        [.. Enumerable.Range(0, (int)mean + 1).Where(level => level >= Dimensions.EvidenceFrom && Evidence.All(one => one.Level != level))];
}
