namespace Portal.Pictures.Geometry;

/// <summary>From a figure to its place along an axis.</summary>
/// <param name="Low">The figure at the start.</param>
/// <param name="High">The figure at the end.</param>
/// <param name="Start">The place of <paramref name="Low"/>, such as a percentage or a pixel.</param>
/// <param name="End">The place of <paramref name="High"/>; may be smaller than the start.</param>
internal readonly record struct Scale(double Low, double High, double Start, double End)
{
    private static readonly int[] Round = [1, 2, 5, 10];

    /// <summary>Where the figure stands. An axis without extent has everything at its start.</summary>
    public double this[double figure] => High == Low ? Start : Start + (figure - Low) / (High - Low) * (End - Start);

    /// <summary>Round figures from nought to at least the largest one, for people to read: 0, 5, 10 or 0, 200 000, 400 000.</summary>
    /// <param name="largest">The largest figure shown.</param>
    /// <param name="steps">How many steps about; the answer has one to two times as many, or one.</param>
    /// <param name="whole">Whether halves would be nonsense, as of deals.</param>
    public static IReadOnlyList<double> Ticks(double largest, int steps = 4, bool whole = true)
    {
        if (!(largest > 0)) return [0, 1];
        var rough = largest / steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Round.Select(times => times * power).First(candidate => candidate >= rough * 0.999999);
        if (whole) step = Math.Max(1, Math.Ceiling(step));
        return [.. Enumerable.Range(0, (int)Math.Ceiling(largest / step - 1e-9) + 1).Select(number => number * step)];
    }
}
