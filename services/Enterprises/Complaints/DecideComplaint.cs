using System.ComponentModel.DataAnnotations;
using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Complaints;

/// <summary>The network's lead says what was found; a dismissed complaint brings the profile back.</summary>
internal static class DecideComplaint
{
    /// <summary>A decision.</summary>
    public sealed record Request
    {
        /// <summary>upheld or dismissed.</summary>
        [Required(ErrorMessage = "Ange upheld eller dismissed.")]
        public ComplaintDecision? Decision { get; init; }

        /// <summary>Why.</summary>
        [Required(ErrorMessage = "Skriv skälet."), StringLength(2000, MinimumLength = 5, ErrorMessage = "Skälet ska ha 5 till 2 000 tecken."), NoPersonalNumber]
        public string Note { get; init; } = "";
    }

    public static async Task<Results<Ok<ComplaintView>, ProblemHttpResult>> Handle(
        Guid id, Guid complaintId, Request request, IfMatch ifMatch, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.Enterprises.AsTracking().FindVisible(id, user, now, stop) is not { } enterprise) return EnterpriseErrors.NotFound.Result();
        if (!user.HasRole(Roles.NetworkLead)) return ComplaintErrors.NotAllowed.Result();
        if (ifMatch.Refuses(enterprise.Version) is { } refused) return refused;
        if (enterprise.DecideComplaint(complaintId, request.Decision!.Value, request.Note, user.Subject, now) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(ComplaintView.Of(enterprise.Complaints.Single(row => row.Id == complaintId), user));
    }
}
