using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;

namespace Municipalities.Collaborations;

/// <summary>What has changed in the model since it was adopted or last looked at, field by field.</summary>
internal static class CompareWithOrigin
{
    /// <summary>The comparison.</summary>
    /// <param name="OriginId">The model.</param>
    /// <param name="OriginMunicipalityCode">The municipality whose model it is.</param>
    /// <param name="SeenVersion">The version of the model that was last taken or looked at.</param>
    /// <param name="PresentVersion">The model's version now.</param>
    /// <param name="Changes">How many fields the origin has changed since.</param>
    /// <param name="Fields">In the order of the model.</param>
    public sealed record Response(Guid OriginId, string OriginMunicipalityCode, int SeenVersion, int PresentVersion, int Changes, IReadOnlyList<Field> Fields);

    /// <summary>A field.</summary>
    /// <param name="Name">Its name in JSON, by which it is taken.</param>
    /// <param name="Label">Its name in Swedish.</param>
    /// <param name="Before">What stood in the origin when it was last looked at, a line each.</param>
    /// <param name="Now">What stands in the origin now.</param>
    /// <param name="Own">What stands in one's own.</param>
    /// <param name="ChangedByOrigin">True when the origin has changed it since.</param>
    /// <param name="Differs">True when one's own says something else than the origin says now.</param>
    public sealed record Field(string Name, string Label, IReadOnlyList<string> Before, IReadOnlyList<string> Now, IReadOnlyList<string> Own, bool ChangedByOrigin, bool Differs);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        var municipality = user.Municipality();
        var own = await db.Collaborations.SingleOrDefaultAsync(row => row.Id == id && row.MunicipalityCode == municipality, stop);
        if (own is null) return CollaborationErrors.NotFound.Result();
        if (own.OriginId is not { } originId) return CollaborationErrors.NoOrigin.Result();
        // Only what is shared now: how it was before goes with it when the origin is taken back.
        var origin = await db.Collaborations.SingleOrDefaultAsync(row => row.Id == originId && row.IsShared, stop);
        if (origin is null) return CollaborationErrors.OriginGone.Result();
        var before = await db.CollaborationRevisions.Where(row => row.CollaborationId == originId && row.Version <= own.OriginVersion)
            .OrderByDescending(row => row.Version).Select(row => row.Content).FirstOrDefaultAsync(stop) ?? origin.Content;
        var fields = CollaborationFields.All.Select(field =>
        {
            var (then, now, ours) = (field.Lines(before), field.Lines(origin.Content), field.Lines(own.Content));
            return new Field(field.Name, field.Label, then, now, ours, !then.SequenceEqual(now), !ours.SequenceEqual(now));
        }).ToList();
        return TypedResults.Ok(new Response(originId, origin.MunicipalityCode, own.OriginVersion!.Value, origin.Version, fields.Count(field => field.ChangedByOrigin), fields));
    }
}

/// <summary>Notes that the origin has been looked at as it is now, and takes the fields that are wanted.</summary>
internal static class TakeFromOrigin
{
    /// <summary>What is taken.</summary>
    /// <param name="Fields">Names of the fields; an empty list takes none.</param>
    public sealed record Request([property: Required(ErrorMessage = "Ange vilka fält som tas över, eller en tom lista."), MaxLength(10, ErrorMessage = "Högst tio fält.")] IReadOnlyList<string> Fields);

    public static async Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Handle(
        Guid id, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        var originId = await db.Collaborations.Where(row => row.Id == id && row.MunicipalityCode == user.Municipality()).Select(row => row.OriginId).SingleOrDefaultAsync(stop);
        var origin = await db.Collaborations.SingleOrDefaultAsync(row => row.Id == originId && row.IsShared, stop);
        return await db.Change(id, user, ifMatch, clock, row =>
            row.OriginId is null ? CollaborationErrors.NoOrigin : origin is null ? CollaborationErrors.OriginGone : row.TakeFrom(origin, request.Fields), stop);
    }
}
