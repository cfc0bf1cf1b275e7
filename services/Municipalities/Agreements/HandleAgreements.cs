using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Agreements;

/// <summary>Who sees and changes which agreements: the municipality's people its own, its development lead changes them, everybody sees what is signed and shared.</summary>
internal static class AgreementAccess
{
    public static Expression<Func<Agreement, bool>> SeenBy(string? municipality) => row =>
        row.MunicipalityCode == municipality || (row.IsShared && row.Status != AgreementStatus.Draft);

    public static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> Change(
        this MunicipalitiesDb db, Guid id, CurrentUser user, IfMatch ifMatch, TimeProvider clock, Func<Agreement, DateOnly, Error?> rule, CancellationToken stop)
    {
        var found = await db.Agreements.AsTracking().Where(SeenBy(user.Municipality())).SingleOrDefaultAsync(row => row.Id == id, stop);
        if (found is null) return AgreementErrors.NotFound.Result();
        if (found.MunicipalityCode != user.Municipality()) return AgreementErrors.NotYours.Result();
        if (found.MunicipalityCode != user.Leads()) return AgreementErrors.NotALead.Result();
        if (ifMatch.Refuses(found.Version) is { } refused) return refused;
        if (rule(found, clock.Today()) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(AgreementView.Of(found, user.Municipality(), clock.Today()));
    }
}

/// <summary>Agreements by municipality code, the next review first within each.</summary>
internal static class ListAgreements
{
    /// <summary>What to list.</summary>
    public sealed record Filter
    {
        /// <summary>SCB code of a municipality, four digits.</summary>
        public string? Municipality { get; init; }

        /// <summary>public-partnership, letter-of-intent or cooperation.</summary>
        public Choice<AgreementKind>? Kind { get; init; }

        /// <summary>draft, in-force or ended.</summary>
        public Choice<AgreementStatus>? Status { get; init; }

        /// <summary>True: in force with a review or a last day that has passed. False: the others.</summary>
        public bool? Overdue { get; init; }
    }

    public static async Task<Results<Ok<Page<AgreementView>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, HttpRequest request, CancellationToken stop)
    {
        if (await db.UnknownMunicipality(filter.Municipality, stop) is { } unknown) return unknown;
        var (own, today) = (user.Municipality(), clock.Today());
        var rows = (filter.Kind is { Value: var kind } ? db.Agreements.FromSql($"select * from agreement where content ->> 'kind' = {Kebab.Of(kind)}") : db.Agreements).Where(AgreementAccess.SeenBy(own));
        if (filter.Municipality is { } code) rows = rows.Where(row => row.MunicipalityCode == code);
        if (filter.Status is { Value: var status }) rows = rows.Where(row => row.Status == status);
        if (filter.Overdue is { } overdue) rows = rows.Where(row => overdue == (row.Status == AgreementStatus.InForce && (row.ReviewOn < today || row.EndsOn < today)));
        var page = await rows.OrderBy(row => row.MunicipalityCode).ThenBy(row => row.ReviewOn).ThenBy(row => row.Id).ToPageAsync(paging, request, stop);
        return TypedResults.Ok(page.Select(row => AgreementView.Of(row, own, today)));
    }
}

/// <summary>One agreement.</summary>
internal static class GetAgreement
{
    public static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        await db.Agreements.Where(AgreementAccess.SeenBy(user.Municipality())).SingleOrDefaultAsync(row => row.Id == id, stop) is { } found
            ? TypedResults.Ok(AgreementView.Of(found, user.Municipality(), clock.Today()))
            : AgreementErrors.NotFound.Result();
}

/// <summary>Begins a draft in the lead's own municipality.</summary>
internal static class DraftAgreement
{
    public static async Task<Results<Created<AgreementView>, ProblemHttpResult>> Handle(
        AgreementContent content, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Leads() is not { } municipality) return AgreementErrors.NotALead.Result();
        var (agreement, error) = Agreement.Draft(Guid.CreateVersion7(), municipality, content);
        if (agreement is null) return error!.Result();
        db.Add(agreement);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/municipalities/v1/agreements/{agreement.Id}", AgreementView.Of(agreement, municipality, clock.Today()));
    }
}

/// <summary>Says something else in a draft.</summary>
internal static class ReviseAgreement
{
    public static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(
        Guid id, AgreementContent content, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (row, _) => row.Revise(content), stop);
}

/// <summary>What moves an agreement.</summary>
internal static class MoveAgreement
{
    /// <summary>That the parties have looked at it.</summary>
    /// <param name="Text">What they found.</param>
    /// <param name="NextOn">The next day for it.</param>
    public sealed record Review(
        [property: Required(ErrorMessage = "Skriv vad översynen visade."), StringLength(2000, MinimumLength = 5, ErrorMessage = "Texten ska ha mellan 5 och 2 000 tecken."), NoPersonalNumber] string Text,
        [property: Required(ErrorMessage = "Ange nästa dag för översyn."), Day] DateOnly? NextOn);

    /// <summary>Why it ends.</summary>
    /// <param name="Reason">In a sentence or two.</param>
    public sealed record End([property: Required(ErrorMessage = "Skriv varför den avslutas."), StringLength(1000, MinimumLength = 5, ErrorMessage = "Skälet ska ha mellan 5 och 1 000 tecken."), NoPersonalNumber] string Reason);

    /// <summary>Whether others see it.</summary>
    /// <param name="Shared">True when everybody may see it, once it is signed.</param>
    public sealed record Sharing(bool Shared);

    public static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Sign(Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (row, today) => row.Sign(today), stop);

    public static Task<Results<Ok<AgreementView>, ProblemHttpResult>> LookAt(Guid id, Review review, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (row, today) => row.Review(review.Text, review.NextOn!.Value, today), stop);

    public static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Share(Guid id, Sharing sharing, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (row, _) => row.Share(sharing.Shared), stop);

    public static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Terminate(Guid id, End end, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (row, today) => row.End(end.Reason, today), stop);
}
