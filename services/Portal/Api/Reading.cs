namespace Portal.Api;

/// <summary>A chapter or an example in a list.</summary>
public sealed record TextItem(Guid Id, string Slug, string Title, string Summary, string Topic, DateOnly ReviewBy, bool Overdue);

/// <summary>A chapter of the handbook.</summary>
public sealed record Chapter(
    Guid Id, string Slug, string Title, string Summary, string Topic, IReadOnlyList<string> Audiences, IReadOnlyList<string> Related, IReadOnlyList<string> Cases,
    IReadOnlyList<string> Sources, string Owner, DateOnly ReviewBy, bool Overdue, DateTimeOffset? ReviewedAt, DateTimeOffset ChangedAt);

/// <summary>A good example.</summary>
public sealed record Example(
    Guid Id, string Slug, string Title, string Summary, string Body, bool Fictional, string? MunicipalityCode, string? Municipality, string? Profile, Guid? EnterpriseId, string? Enterprise,
    Guid? DealId, IReadOnlyList<string> Routes, IReadOnlyList<string> Dimensions, double? ValueSek, double? Jobs, int? Year, string? BuyerContact, string? SupplierContact, IReadOnlyList<string> Sources,
    DateOnly ReviewBy, string? Status, int Version, bool BuyerApproved, bool SupplierApproved, string? Comment);

/// <summary>An example in a list.</summary>
public sealed record ExampleItem(
    Guid Id, string Slug, string Title, string Summary, bool Fictional, string? Municipality, string? Enterprise, Guid? CollaborationId, double? ValueSek, int? Year, string? Status);

/// <summary>Something found; the passage is HTML by the service: escaped, with mark elements around the words.</summary>
public sealed record Hit(string Kind, Guid Id, string Slug, string Title, string Summary, string Passage, bool Public);

/// <summary>How many there are of a sort.</summary>
public sealed record Facet(string Name, string Value, long Count);

/// <summary>What was found, and how the words were understood.</summary>
public sealed record Found(PageOf<Hit> Page, long Matched, bool EveryWord, IReadOnlyDictionary<string, string> Meant, IReadOnlyList<Facet> Facets);

/// <summary>Somebody who started from a model, and how it went.</summary>
public sealed record Adopter(Guid Id, string MunicipalityCode, string Municipality, string Sustainable, string? Results);

/// <summary>A chapter beside a model.</summary>
public sealed record TextLink(string Kind, string Slug, string Title);

/// <summary>A collaboration that its municipality has published for others to start from. Sustainable is yes, no or unknown.</summary>
public sealed record Model(
    Guid Id, string Title, string Summary, string MunicipalityCode, string Municipality, string Sustainable, DateOnly? SustainableCheckedOn, string? Results,
    int Adoptions, IReadOnlyList<Adopter> Adopters, IReadOnlyList<TextLink> Chapters);

/// <summary>A model in a list.</summary>
public sealed record ModelItem(Guid Id, string Title, string Summary, string Municipality, int Adoptions, string Sustainable);

/// <summary>What Knowledge has to read.</summary>
public static class Reading
{
    private const string Root = "/knowledge/v1";

    /// <summary>Chapters of a part of the handbook, or all.</summary>
    public static Task<Part<PageOf<TextItem>>> ListChapters(this ApiClient api, string? topic = null, string? audience = null) =>
        api.Get<PageOf<TextItem>>(Query.Of($"{Root}/articles", ("topic", topic), ("audience", audience), ("limit", 100)));

    /// <summary>One chapter.</summary>
    public static Task<Part<Chapter>> GetChapter(this ApiClient api, string slug) => api.Get<Chapter>($"{Root}/articles/{Uri.EscapeDataString(slug)}");

    /// <summary>Its text as HTML that the service has made safe.</summary>
    public static Task<Part<string>> ChapterHtml(this ApiClient api, string slug) => api.Get<string>($"{Root}/articles/{Uri.EscapeDataString(slug)}/html");

    /// <summary>Examples.</summary>
    public static Task<Part<PageOf<ExampleItem>>> ListExamples(this ApiClient api, string? route = null, int limit = 100) =>
        api.Get<PageOf<ExampleItem>>(Query.Of($"{Root}/cases", ("route", route), ("limit", limit)));

    /// <summary>One example.</summary>
    public static Task<Part<Example>> GetExample(this ApiClient api, string slug) => api.Get<Example>($"{Root}/cases/{Uri.EscapeDataString(slug)}");

    /// <summary>Its text as HTML that the service has made safe.</summary>
    public static Task<Part<string>> ExampleHtml(this ApiClient api, string slug) => api.Get<string>($"{Root}/cases/{Uri.EscapeDataString(slug)}/html");

    /// <summary>Models, the most adopted first.</summary>
    public static Task<Part<PageOf<ModelItem>>> ListModels(this ApiClient api) => api.Get<PageOf<ModelItem>>(Query.Of($"{Root}/models", ("limit", 100)));

    /// <summary>One model with those who adopted it.</summary>
    public static Task<Part<Model>> GetModel(this ApiClient api, Guid id) => api.Get<Model>($"{Root}/models/{id}");

    /// <summary>Everything that speaks of the words.</summary>
    public static Task<Part<Found>> Search(this ApiClient api, string words, string? kind = null, int page = 1, int limit = 20) =>
        api.Get<Found>(Query.Of($"{Root}/search", ("q", words), ("kind", kind), ("page", page), ("limit", limit)));
}
