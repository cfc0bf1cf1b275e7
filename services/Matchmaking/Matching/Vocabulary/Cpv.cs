namespace Matchmaking.Matching.Vocabulary;

/// <summary>
/// The CPV tree (regulation (EC) 213/2008): division two digits, group three, class four, category five, then finer; zeros fill up.
/// </summary>
public static class Cpv
{
    /// <summary>The digits that say something: 90620000 → 9062, but never fewer than two.</summary>
    public static string Significant(string code)
    {
        var digits = code.Length > 8 ? code[..8] : code;
        var end = digits.Length;
        while (end > 2 && digits[end - 1] == '0') end--;
        return digits[..end];
    }

    /// <summary>Digits that two codes share from the left.</summary>
    public static int Shared(string a, string b)
    {
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
        return i;
    }

    /// <summary>How alike two codes are (given by their significant digits), 0 to 1: the same 1, one contains the other almost, the same class a good half, the same group a third.</summary>
    public static double Likeness(string a, string b)
    {
        if (a == b) return 1;
        var shared = Shared(a, b);
        if (shared == Math.Min(a.Length, b.Length) && shared >= 3) return shared switch { 3 => 0.45, 4 => 0.75, _ => 0.85 };
        return shared switch { < 2 => 0, 2 => 0.08, 3 => 0.3, 4 => 0.55, 5 => 0.7, _ => 0.8 };
    }

    private const float LeastFit = 0.1f;

    /// <summary>The trades that a code points to.</summary>
    public static Lead[] Leads(IReadOnlyList<Trade> trades, string code)
    {
        var significant = Significant(code);
        Lead[] leads = [.. trades.Select(t => new Lead(t.Index, t.Codes.Count == 0 ? 0 : t.Codes.Max(p => Fit(significant, p)))).Where(p => p.Weight >= LeastFit)];
        if (leads.Length > 0) return leads;
        // Of a code that no trade comes near the division still tells something, where a trade has been described by it.
        return [.. trades.Where(t => t.Codes.Any(p => Significant(p) == significant[..2])).Select(t => new Lead(t.Index, LeastFit))];
    }

    private static float Fit(string code, string prefix)
    {
        prefix = Significant(prefix);
        var shared = Shared(code, prefix);
        if (shared < 2) return 0;
        var part = (float)shared / Math.Max(code.Length, prefix.Length);
        return part * part * (shared == 2 ? 0.3f : 1);
    }
}
