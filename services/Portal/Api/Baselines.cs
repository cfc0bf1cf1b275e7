namespace Portal.Api;

/// <summary>One of the eight parts of a baseline: what to ask, what holds at the levels 0 to 5, and the chapter about it.</summary>
public sealed record Dimension(string Code, string Name, string Question, string Chapter, IReadOnlyList<string> Levels);

/// <summary>Something that shows a level: its kind is decision, document or practice.</summary>
public sealed record Evidence(string Dimension, int Level, string Kind, string Title, string? Reference, DateOnly? On, string? Address);

/// <summary>What a dimension came to. Lowest, highest and evidence are for the municipality's own people.</summary>
public sealed record DimensionMean(
    string Code, string Name, double? Mean, int? Answers, int? Lowest, int? Highest, bool Shared, IReadOnlyList<Evidence> Evidence, IReadOnlyList<int> LevelsWithoutEvidence);

/// <summary>A support that the municipality wishes for: knowledge, competence, exchange or dialogue.</summary>
public sealed record SupportWish(string Kind, string? Dimension, string Text);

/// <summary>A round of the baseline: open, closed or withdrawn.</summary>
public sealed record Baseline(
    Guid Id, int Version, string MunicipalityCode, string Title, string Status, DateOnly OpenedOn, DateOnly? ClosedOn, IReadOnlyList<DimensionMean> Dimensions,
    IReadOnlyList<SupportWish> SupportWishes, int? Respondents, bool WillingToMentor);

/// <summary>A person's view of a dimension; without a level it is no answer.</summary>
public sealed record LevelAnswer(string Dimension, int? Level, string? Because);

/// <summary>A person's answers in a round.</summary>
public sealed record AnswerContent(IReadOnlyList<LevelAnswer> Levels, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The answer to a dimension, or null.</summary>
    public LevelAnswer? To(string dimension) => Levels.FirstOrDefault(answer => answer.Dimension == dimension);
}

/// <summary>A mean at a date.</summary>
public sealed record HistoryPoint(Guid BaselineId, DateOnly On, double Mean);

/// <summary>A dimension over time, the oldest first.</summary>
public sealed record HistoryLine(string Code, string Name, IReadOnlyList<HistoryPoint> Points);

/// <summary>How a municipality stands against its earlier self.</summary>
public sealed record BaselineHistory(string MunicipalityCode, IReadOnlyList<HistoryLine> Dimensions);

/// <summary>A figure of a year.</summary>
public sealed record YearFigure(int Year, double Value);

/// <summary>A yearly series from a public source.</summary>
public sealed record ContextSeries(string Indicator, string Name, string? Unit, string Source, IReadOnlyList<YearFigure> Points);

/// <summary>Figures that an assessment is to be read with. The profile is large-city, mid-size or rural.</summary>
public sealed record MunicipalityContext(
    string MunicipalityCode, string Name, int Population, int PopulationYear, string SkrGroup, string Profile,
    string NearestMunicipality, int NearestKm, string NearestCity, int NearestCityKm, IReadOnlyList<ContextSeries> Series);

/// <summary>The service Municipalities: baselines.</summary>
public static class Baselines
{
    private const string Root = "/municipalities/v1";

    /// <summary>The eight dimensions in their order.</summary>
    public static Task<Part<IReadOnlyList<Dimension>>> ListDimensions(this ApiClient api) => api.Get<IReadOnlyList<Dimension>>($"{Root}/baseline-dimensions");

    /// <summary>The rounds of a municipality, the newest first.</summary>
    public static Task<Part<PageOf<Baseline>>> ListBaselines(this ApiClient api, string municipality) => api.Get<PageOf<Baseline>>(Query.Of($"{Root}/baselines", ("municipality", municipality), ("limit", 100)));

    /// <summary>One round; an open one with what its answers come to so far.</summary>
    public static Task<Part<Baseline>> GetBaseline(this ApiClient api, Guid id) => api.Get<Baseline>($"{Root}/baselines/{id}");

    /// <summary>Means over time.</summary>
    public static Task<Part<BaselineHistory>> GetHistory(this ApiClient api, string municipality) => api.Get<BaselineHistory>($"{Root}/municipalities/{municipality}/baseline-history");

    /// <summary>Figures about the municipality.</summary>
    public static Task<Part<MunicipalityContext>> GetContext(this ApiClient api, string municipality) => api.Get<MunicipalityContext>($"{Root}/municipalities/{municipality}/context");

    /// <summary>The visitor's own answers.</summary>
    public static Task<Part<AnswerContent>> GetOwnAnswer(this ApiClient api, Guid id) => api.Get<AnswerContent>($"{Root}/baselines/{id}/answer");

    /// <summary>Puts the visitor's own answers in place of the earlier ones.</summary>
    public static Task<Outcome<AnswerContent>> Answer(this ApiClient api, Guid id, AnswerContent content) => api.Send<AnswerContent>(HttpMethod.Put, $"{Root}/baselines/{id}/answer", content);

    /// <summary>Opens a round.</summary>
    public static Task<Outcome<Baseline>> OpenBaseline(this ApiClient api, string title, string key) => api.Send<Baseline>(HttpMethod.Post, $"{Root}/baselines", new { title }, key: key);

    /// <summary>A step in its life: closure or withdrawal.</summary>
    public static Task<Outcome<Baseline>> MoveBaseline(this ApiClient api, Guid id, int version, string step, string key) => api.Send<Baseline>(HttpMethod.Post, $"{Root}/baselines/{id}/{step}", null, version, key);

    /// <summary>Says what everybody may see, and whether the municipality helps others.</summary>
    public static Task<Outcome<Baseline>> ShareBaseline(this ApiClient api, Guid id, int version, IReadOnlyList<string> dimensions, bool willingToMentor) =>
        api.Send<Baseline>(HttpMethod.Put, $"{Root}/baselines/{id}/sharing", new { dimensions, willingToMentor }, version);

    /// <summary>Says what support is wished for.</summary>
    public static Task<Outcome<Baseline>> WishSupport(this ApiClient api, Guid id, int version, IReadOnlyList<SupportWish> wishes) =>
        api.Send<Baseline>(HttpMethod.Put, $"{Root}/baselines/{id}/support-wishes", new { wishes }, version);
}
