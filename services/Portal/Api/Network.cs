namespace Portal.Api;

/// <summary>A journey in a list: how much moves, never at what level.</summary>
public sealed record JourneyRow(string MunicipalityCode, string Name, DateOnly StartedOn, DateOnly ProgressOn, int OpenActions, int DoneActions, int OverdueActions);

/// <summary>A municipality in the overview.</summary>
public sealed record NetworkRow(string Code, string Name, bool Pilot, DateOnly? BaselineClosedOn, DateOnly? StartedOn, DateOnly? ProgressOn, int OpenActions, int DoneActions, int Overdue, bool Stuck, IReadOnlyList<string> Reasons);

/// <summary>A gap that several share. Codes are those who share their level and are below the lasting one.</summary>
public sealed record SharedGap(string Dimension, string Name, string Chapter, int Sharing, int Below, int Lowest, IReadOnlyList<string> Codes);

/// <summary>Something that is missing.</summary>
public sealed record DataFlaw(string Code, string Name, string Text);

/// <summary>How the network goes.</summary>
public sealed record NetworkOverview(DateOnly AsOf, int StuckAfterDays, IReadOnlyList<NetworkRow> Municipalities, IReadOnlyList<SharedGap> SharedGaps, IReadOnlyList<DataFlaw> DataQuality);

/// <summary>The service Municipalities: what the network lead sees.</summary>
public static class Network
{
    private const string Root = "/municipalities/v1";

    /// <summary>Who has begun, who is stuck, which gaps are shared and what is missing.</summary>
    public static Task<Part<NetworkOverview>> GetNetworkOverview(this ApiClient api) => api.Get<NetworkOverview>($"{Root}/network-overview");

    /// <summary>Journeys by the municipality's name.</summary>
    public static Task<Part<PageOf<JourneyRow>>> ListJourneys(this ApiClient api, int page = 1) => api.Get<PageOf<JourneyRow>>(Query.Of($"{Root}/journeys", ("page", page), ("limit", 100)));
}
