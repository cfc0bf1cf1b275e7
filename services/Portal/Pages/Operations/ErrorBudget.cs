using Portal.Pictures;
using Portal.Texts;

namespace Portal.Pages.Operations;

/// <summary>What may go wrong: one answer of a thousand during seven days.</summary>
/// <param name="Answers">Answers of the gateway in seven days.</param>
/// <param name="Faults">How many of them were faults of the platform (5xx).</param>
public sealed record ErrorBudget(double Answers, double Faults)
{
    private const double Share = 0.001;

    // With fewer answers a single fault would be more than the whole budget, which says nothing about the platform.
    private const double Fewest = 1 / Share;

    /// <summary>Share of the budget that is left, never below nought; null when there are too few answers to judge.</summary>
    public double? Left => Answers < Fewest ? null : Math.Max(0, 1 - Used);

    private double Used => Faults / (Answers * Share);

    /// <summary>A figure to see from afar and the sentence that explains it.</summary>
    public (string Figure, string Text) Words()
    {
        // Prometheus reckons what lies between its samples: halves of answers are no use to a reader.
        var (faults, answers, most) = (Math.Round(Faults), Swedish.Number(Math.Round(Answers)), Swedish.Number(Math.Floor(Answers * Share)));
        if (Left is not { } left) return (Text.Count("Operations.Faulty", (int)faults), Text.Of("Operations.Budget.Few", answers, Swedish.Number(Fewest)));
        if (Used <= 1) return ($"{Swedish.Number(Math.Round(left * 100))} %", Text.Of("Operations.Budget.Left", Swedish.Number(faults), answers, most));
        return (Text.Of("Operations.Budget.Out"), Used < 2
            ? Text.Of("Operations.Budget.Over", Swedish.Number(faults), answers, most)
            : Text.Of("Operations.Budget.Times", Swedish.Number(Math.Floor(Used)), Swedish.Number(faults), answers, most));
    }
}
