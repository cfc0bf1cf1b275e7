using System.ComponentModel.DataAnnotations;
using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Complaints;

/// <summary>Says that something is wrong with an enterprise, which is out of sight until the network's lead has looked at it.</summary>
internal static class FileComplaint
{
    /// <summary>A complaint.</summary>
    public sealed record Request
    {
        /// <summary>What is wrong, so that it can be looked into.</summary>
        [Required(ErrorMessage = "Skriv vad som är fel."), StringLength(2000, MinimumLength = 20, ErrorMessage = "Beskriv felet med 20 till 2 000 tecken."), NoPersonalNumber]
        public string Text { get; init; } = "";
    }

    public static async Task<Results<Created<ComplaintView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.Enterprises.AsTracking().FindVisible(id, user, now, stop) is not { } enterprise) return EnterpriseErrors.NotFound.Result();
        if (!user.IsMunicipal() && !user.HasRole(Roles.NetworkLead, Roles.Agency)) return ComplaintErrors.NotAllowed.Result();
        var (complaint, error) = enterprise.Complain(Guid.CreateVersion7(), request.Text, user.Subject, now);
        if (complaint is null) return error!.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/enterprises/v1/enterprises/{id}/complaints", ComplaintView.Of(complaint, user));
    }
}
