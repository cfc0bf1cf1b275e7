using Contracts;
using Contracts.Municipalities;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Baselines;

/// <summary>
/// A dated round of self-assessment: open while people answer, closed when its means stand. It is for the municipality's own
/// learning; what others see is what it shares, a dimension at a time, and nothing sorts municipalities by it.
/// </summary>
internal sealed class Baseline : Noun
{
    private Baseline() { }

    public Guid Id { get; private set; }
    public string MunicipalityCode { get; private set; } = "";
    public string Title { get; private set; } = "";
    public BaselineStatus Status { get; private set; }
    public DateOnly OpenedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What the answers came to when the round was closed; empty before.</summary>
    public IReadOnlyList<DimensionResult> Results { get; private set; } = [];

    public IReadOnlyList<SupportWish> SupportWishes { get; private set; } = [];

    /// <summary>Codes of the dimensions that everybody may see.</summary>
    public List<string> Shared { get; private set; } = [];

    public bool WillingToMentor { get; private set; }

    /// <summary>True when others have been told of it, and must be told when it is no longer shared.</summary>
    public bool Told { get; private set; }

    /// <summary>Made up, for the demonstration.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>Begins a round; what the round before shared stays shared, until the municipality says otherwise.</summary>
    public static Baseline Open(Guid id, string municipality, string title, Baseline? before, DateOnly today, bool demonstration = false)
    {
        var baseline = new Baseline
        {
            Id = id,
            MunicipalityCode = municipality,
            Title = title.Trim(),
            Status = BaselineStatus.Open,
            OpenedOn = today,
            Shared = [.. before?.Shared ?? []],
            WillingToMentor = before?.WillingToMentor ?? false,
            SupportWishes = before?.SupportWishes ?? [],
            Demonstration = demonstration,
        };
        baseline.Changed("opened");
        return baseline;
    }

    public Error? Close(IReadOnlyCollection<BaselineAnswer> answers, DateOnly today)
    {
        if (Status is not BaselineStatus.Open) return BaselineErrors.NotOpen;
        var results = DimensionResult.Of(answers);
        if (results.All(result => result.Mean is null)) return BaselineErrors.NoAnswers;
        (Status, ClosedOn, Results) = (BaselineStatus.Closed, today, results);
        Changed("closed");
        Tell();
        return null;
    }

    public Error? Wish(IReadOnlyList<SupportWish> wishes)
    {
        if (Status is BaselineStatus.Withdrawn) return BaselineErrors.NotOpen;
        SupportWishes = [.. wishes];
        Changed("support-wished");
        return null;
    }

    /// <summary>Says what everybody may see of it.</summary>
    public Error? Share(IReadOnlyList<string> dimensions, bool willingToMentor)
    {
        if (Status is not BaselineStatus.Closed) return BaselineErrors.NotClosed;
        (Shared, WillingToMentor) = ([.. Dimensions.All.Select(dimension => dimension.Code).Where(dimensions.Contains)], willingToMentor);
        Changed("sharing-changed");
        Tell();
        return null;
    }

    public Error? Withdraw()
    {
        if (Status is not BaselineStatus.Open) return BaselineErrors.NotOpen;
        Status = BaselineStatus.Withdrawn;
        Changed("withdrawn");
        return null;
    }

    /// <summary>True when others may see anything of it.</summary>
    public bool IsShared => Status is BaselineStatus.Closed && (Shared.Count > 0 || WillingToMentor);

    /// <summary>The mean of a dimension, or null when nobody answered.</summary>
    public decimal? MeanOf(string dimension) => Results.SingleOrDefault(result => result.Dimension == dimension)?.Mean;

    private void Tell() => Told |= IsShared;

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => !Told ? null : new BaselineChanged(
        Id, Version, reason, Withdrawn: !IsShared, MunicipalityCode, ClosedOn!.Value,
        Results.Where(result => result.Mean is not null && Shared.Contains(result.Dimension)).ToDictionary(result => result.Dimension, result => result.Mean!.Value),
        IsShared && WillingToMentor);
}
