namespace Matchmaking.Matching;

/// <summary>How much of what is asked is offered, for one text against many; told from their trades alone. The same number as <see cref="Scorer.Trade"/>.</summary>
internal interface ILikeness
{
    /// <summary>0 to 1.</summary>
    /// <param name="trades">The counterpart's trades.</param>
    double Of(ReadOnlySpan<(int Trade, float Strength)> trades);
}

/// <summary>Of a need to offers. Of each offered trade only those of the asked ones are looked at that it is near to, which are few.</summary>
internal readonly struct NeedLikeness : ILikeness
{
    private readonly (int Trade, float Strength)[] asked;
    private readonly int[] first;
    private readonly List<(int Asked, float Near, int Next)> near = [];

    public NeedLikeness((int Trade, float Strength)[] asked, TradeNearness nearness)
    {
        (this.asked, first) = (asked, new int[nearness.Count]);
        Array.Fill(first, -1);
        for (var i = 0; i < asked.Length; i++)
            foreach (var offered in nearness.Around(asked[i].Trade))
            {
                near.Add((i, nearness[asked[i].Trade, offered], first[offered]));
                first[offered] = near.Count - 1;
            }
    }

    public double Of(ReadOnlySpan<(int Trade, float Strength)> trades)
    {
        Span<float> best = stackalloc float[asked.Length];
        best.Clear();
        foreach (var (offered, sure) in trades)
            for (var at = first[offered]; at >= 0;)
            {
                var (i, likeness, next) = near[at];
                best[i] = Math.Max(best[i], likeness * sure);
                at = next;
            }
        double sum = 0;
        for (var i = 0; i < asked.Length; i++) sum += asked[i].Strength * best[i];
        return Math.Min(1, sum);
    }
}

/// <summary>Of an offer to needs: what it does for each trade that could be asked is known beforehand.</summary>
internal readonly struct OfferLikeness : ILikeness
{
    private readonly float[] best;

    public OfferLikeness((int Trade, float Strength)[] offered, TradeNearness nearness)
    {
        best = new float[nearness.Count];
        foreach (var (trade, sure) in offered)
            foreach (var asked in nearness.Around(trade))
                best[asked] = Math.Max(best[asked], nearness[asked, trade] * sure);
    }

    public double Of(ReadOnlySpan<(int Trade, float Strength)> trades)
    {
        double sum = 0;
        foreach (var (asked, share) in trades) sum += share * best[asked];
        return Math.Min(1, sum);
    }
}
