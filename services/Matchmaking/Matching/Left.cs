namespace Matchmaking.Matching;

/// <summary>The most that area, size and freshness leave of a pair's relevance, told from a posting; 0 when there is no use in looking.</summary>
internal interface ILeft<TPosting>
{
    /// <summary>Never less than what the scorer finds.</summary>
    /// <param name="posting">The counterpart.</param>
    /// <param name="enough">What is less than this is of no use, and may be told as 0.</param>
    /// <param name="tradeless">Words alone would have to do: they bridge no distance.</param>
    double Most(in TPosting posting, double enough, bool tradeless);
}

/// <summary>Offers as a need sees them.</summary>
internal readonly struct OffersLeft : ILeft<OfferPosting>
{
    private readonly Geography geography;
    private readonly double value;
    private readonly long now;
    private readonly ulong place, county;
    private readonly double[] covered = new double[Geography.Rows], outside = new double[Geography.Rows];
    private readonly float[] km = new float[Geography.Rows];

    public OffersLeft(Geography geography, NeedProfile need, DateTimeOffset now)
    {
        (this.geography, value, this.now) = (geography, need.Value, now.UtcTicks);
        (place, county) = (OfferPosting.Bit(need.Place), OfferPosting.Bit(need.Place / 100));
        Array.Fill(covered, 1);
        Array.Fill(outside, 1);
        foreach (var home in geography.Numbers)
        {
            var row = geography.Row(home);
            var (reach, far) = geography.Of(new("municipalities", [], 0, home), need.Place);
            (covered[row], outside[row], km[row]) = (Weights.Left(Reach.Covered, far), Weights.Left(reach, far), far ?? float.NaN);
        }
    }

    public double Most(in OfferPosting posting, double enough, bool tradeless)
    {
        var row = geography.Row(posting.Home);
        var within = (posting.Codes & (posting.Counties ? county : place)) != 0 || km[row] <= posting.RadiusKm;
        var just = !within && km[row] <= posting.RadiusKm * 1.2f;
        if (tradeless && !within && !just && row != Geography.UnknownRow) return 0;
        var area = within ? covered[row] : just ? Weights.Left(Reach.JustOutside, km[row]) : outside[row];
        if (area < enough) return 0;
        return area * Weights.Left(value, posting.Largest) * Weights.Left(Math.Max(0, Math.Floor((now - posting.Confirmed) / (double)TimeSpan.TicksPerDay)));
    }
}

/// <summary>Needs as an offer sees them.</summary>
internal readonly struct NeedsLeft : ILeft<NeedPosting>
{
    private readonly Geography geography;
    private readonly double largest, fresh;
    private readonly double[] area = new double[Geography.Rows];
    private readonly bool[] within = new bool[Geography.Rows];

    public NeedsLeft(Geography geography, OfferProfile offer, DateTimeOffset now)
    {
        (this.geography, largest, fresh) = (geography, offer.Largest, Weights.Left(Math.Max(0, Math.Floor((now - offer.ConfirmedAt).TotalDays))));
        (area[Geography.UnknownRow], within[Geography.UnknownRow]) = (1, true);
        foreach (var place in geography.Numbers)
        {
            var (reach, far) = geography.Of(offer.Area, place);
            (area[geography.Row(place)], within[geography.Row(place)]) = (Weights.Left(reach, far), reach is Reach.Covered or Reach.JustOutside);
        }
    }

    public double Most(in NeedPosting posting, double enough, bool tradeless)
    {
        var row = geography.Row(posting.Place);
        return area[row] < enough || tradeless && !within[row] ? 0 : area[row] * Weights.Left(posting.Value, largest) * fresh;
    }
}
