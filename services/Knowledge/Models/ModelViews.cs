using Knowledge.Articles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Models;

/// <summary>What can go wrong with a model.</summary>
internal static class ModelErrors
{
    public static readonly Error NotFound = new("model/not-found", 404, "Modellen finns inte");
}

/// <summary>Models: collaborations that their municipalities have published for others to start from; the most adopted first.</summary>
internal static class ListModels
{
    /// <summary>Filters; each narrows the list further.</summary>
    public sealed class Filter
    {
        /// <summary>Only models whose own structure is sustainable by the stated rule, or only the others.</summary>
        public bool? Sustainable { get; init; }
    }

    /// <summary>A model in the list.</summary>
    /// <param name="Id">Identity of the collaboration.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Summary">How it works.</param>
    /// <param name="MunicipalityCode">Whose it is.</param>
    /// <param name="Municipality">The municipality's name.</param>
    /// <param name="Adoptions">How many share that they have started from it.</param>
    /// <param name="Sustainable">yes, no or unknown, for its own municipality.</param>
    /// <param name="Version">The version that would be adopted now.</param>
    public sealed record Item(Guid Id, string Title, string Summary, string MunicipalityCode, string Municipality, int Adoptions, string Sustainable, int Version);

    public static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, KnowledgeDb db, CancellationToken stop)
    {
        var models = db.Collaborations.AsNoTracking().Where(c => c.IsModel && !c.Withdrawn);
        if (filter.Sustainable is { } sustainable) models = models.Where(c => (c.Sustainable == "yes") == sustainable);
        return TypedResults.Ok(await Items(models, db).ToPageAsync(paging, request, stop));
    }

    internal static IQueryable<Item> Items(IQueryable<KnownCollaboration> models, KnowledgeDb db) => models
        .OrderByDescending(c => db.Collaborations.Count(a => a.OriginId == c.Id && !a.Withdrawn)).ThenBy(c => c.Title).ThenBy(c => c.Id)
        .Select(c => new Item(
            c.Id, c.Title, c.Summary, c.MunicipalityCode, db.Municipalities.Where(m => m.Code == c.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? c.MunicipalityCode,
            db.Collaborations.Count(a => a.OriginId == c.Id && !a.Withdrawn), c.Sustainable, c.Version));
}

/// <summary>One model, how it went for its own municipality and for those that adopted it.</summary>
internal static class GetModel
{
    /// <summary>A model.</summary>
    /// <param name="Id">Identity of the collaboration; the municipalities' API has the whole of it.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Summary">How it works.</param>
    /// <param name="MunicipalityCode">Whose it is.</param>
    /// <param name="Municipality">The municipality's name.</param>
    /// <param name="Sustainable">yes, no or unknown.</param>
    /// <param name="SustainableCheckedOn">The day of the last check (Swedish time), or null.</param>
    /// <param name="Results">What it has led to, in the municipality's words, or null.</param>
    /// <param name="Adoptions">How many share that they have started from it.</param>
    /// <param name="Adopters">How it went for them; those with results first. At most 50.</param>
    /// <param name="Chapters">Chapters of the handbook that speak of it, or that a reader of it needs.</param>
    /// <param name="Discussions">How many discussions are about it.</param>
    /// <param name="Version">Version, also the ETag.</param>
    public sealed record Response(
        Guid Id, string Title, string Summary, string MunicipalityCode, string Municipality, string Sustainable, DateOnly? SustainableCheckedOn, string? Results,
        int Adoptions, IReadOnlyList<Adopter> Adopters, IReadOnlyList<Link> Chapters, int Discussions, int Version);

    /// <summary>Somebody who started from it.</summary>
    /// <param name="Id">Identity of the adopter's own collaboration.</param>
    /// <param name="MunicipalityCode">Who.</param>
    /// <param name="Municipality">The municipality's name.</param>
    /// <param name="OriginVersion">The version that was adopted or last taken over.</param>
    /// <param name="Sustainable">yes, no or unknown.</param>
    /// <param name="Results">What it has led to, or null.</param>
    public sealed record Adopter(Guid Id, string MunicipalityCode, string Municipality, int? OriginVersion, string Sustainable, string? Results);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        var model = await db.Collaborations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.IsModel && !c.Withdrawn, stop);
        if (model is null) return ModelErrors.NotFound.Result();
        var adopters = await db.Collaborations.AsNoTracking().Where(a => a.OriginId == id && !a.Withdrawn)
            .OrderBy(a => a.Results == null).ThenBy(a => a.MunicipalityCode)
            .Select(a => new Adopter(a.Id, a.MunicipalityCode, db.Municipalities.Where(m => m.Code == a.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? a.MunicipalityCode,
                a.OriginVersion, a.Sustainable, a.Results)).ToListAsync(stop);
        var name = await db.Municipalities.Where(m => m.Code == model.MunicipalityCode).Select(m => m.Name).SingleOrDefaultAsync(stop) ?? model.MunicipalityCode;
        var text = id.ToString();
        var chapters = await db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published && (a.Models.Contains(text) || a.Slug == "dela-er-modell"))
            .OrderBy(a => a.Slug).Select(a => new Link("article", a.Slug, a.Title)).ToListAsync(stop);
        var discussions = await db.Discussions.CountAsync(d => d.ModelId == id && d.HiddenReason == null, stop);
        // The adopters' words change without the model's version, so a cached answer would be old.
        response.Headers.ETag = ETags.Of(model.Version);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(model.Id, model.Title, model.Summary, model.MunicipalityCode, name, model.Sustainable, model.SustainableCheckedOn, model.Results,
            adopters.Count, [.. adopters.Take(50)], chapters, discussions, model.Version));
    }
}

/// <summary>Something to read.</summary>
/// <param name="Kind">article, case, model or route.</param>
/// <param name="Slug">Name in addresses, or the route's code.</param>
/// <param name="Title">Title.</param>
public sealed record Link(string Kind, string Slug, string Title);

internal static class ModelEndpoints
{
    public static void MapModels(this RouteGroupBuilder api)
    {
        var models = api.MapGroup("/models").WithTags("models");
        models.MapGet("/", ListModels.Handle).WithName("ListModels").WithSummary("Modeller som kommuner delar");
        models.MapGet("/{id:guid}", GetModel.Handle).WithName("GetModel").WithSummary("En modell, och hur det gick för dem som har tagit över den")
            .Fails(ModelErrors.NotFound);
    }
}
