using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

/// <summary>One collaboration, as far as the reader may see it.</summary>
internal static class GetCollaboration
{
    public static async Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        await db.Collaborations.Where(CollaborationAccess.SeenBy(user.Municipality())).SingleOrDefaultAsync(row => row.Id == id, stop) is { } found
            ? TypedResults.Ok(CollaborationView.Of(found, user.Municipality(), clock.Today()))
            : CollaborationErrors.NotFound.Result();
}

/// <summary>Shared collaborations, and one's own, by municipality code.</summary>
internal static class ListCollaborations
{
    /// <summary>What to list.</summary>
    public sealed record Filter
    {
        /// <summary>SCB code of a municipality, four digits.</summary>
        public string? Municipality { get; init; }

        /// <summary>True: models that others may start from.</summary>
        public bool? Model { get; init; }

        /// <summary>Identity of a model: those that started from it.</summary>
        public Guid? Origin { get; init; }
    }

    public static async Task<Results<Ok<Page<CollaborationView>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, HttpRequest request, CancellationToken stop)
    {
        if (await db.UnknownMunicipality(filter.Municipality, stop) is { } unknown) return unknown;
        var (own, today) = (user.Municipality(), clock.Today());
        var rows = db.Collaborations.Where(CollaborationAccess.SeenBy(own));
        if (filter.Municipality is { } code) rows = rows.Where(row => row.MunicipalityCode == code);
        if (filter.Model is { } model) rows = rows.Where(row => row.IsModel == model);
        if (filter.Origin is { } origin) rows = rows.Where(row => row.OriginId == origin);
        var page = await rows.OrderBy(row => row.MunicipalityCode).ThenBy(row => row.Id).ToPageAsync(paging, request, stop);
        return TypedResults.Ok(page.Select(row => CollaborationView.Of(row, own, today)));
    }
}

/// <summary>How a collaboration was arranged in each of its versions, for the municipality's own people.</summary>
internal static class ListVersions
{
    /// <summary>A version of the content.</summary>
    /// <param name="Version">The collaboration's version from which it held.</param>
    /// <param name="At">When it was written (UTC).</param>
    /// <param name="Content">How it was arranged.</param>
    public sealed record Item(int Version, DateTimeOffset At, CollaborationContent Content);

    public static async Task<Results<Ok<IReadOnlyList<Item>>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        var own = user.Municipality();
        if (own is null || !await db.Collaborations.AnyAsync(row => row.Id == id && row.MunicipalityCode == own, stop)) return CollaborationErrors.NotFound.Result();
        IReadOnlyList<Item> all = await db.CollaborationRevisions.Where(row => row.CollaborationId == id).OrderByDescending(row => row.Version)
            .Select(row => new Item(row.Version, row.At, row.Content)).ToListAsync(stop);
        return TypedResults.Ok(all);
    }
}
