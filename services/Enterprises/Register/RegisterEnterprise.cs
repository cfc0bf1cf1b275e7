using System.ComponentModel.DataAnnotations;
using Enterprises.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Register;

/// <summary>Begins the profile of the enterprise that the person manages.</summary>
internal static class RegisterEnterprise
{
    /// <summary>A new profile.</summary>
    public record Request : EnterpriseContent
    {
        /// <summary>Ten digits, or twelve with the century; for a sole trader the person's own number, which is shown to nobody else.</summary>
        [Required(ErrorMessage = "Ange organisationsnumret.")]
        public string OrganisationNumber { get; init; } = "";

        /// <summary>Legal form.</summary>
        [Required(ErrorMessage = "Ange juridisk form.")]
        public LegalForm? LegalForm { get; init; }

        /// <summary>Name of the unit, when it is a part of a larger legal person.</summary>
        [StringLength(120), NoPersonalNumber]
        public string? Part { get; init; }

        /// <summary>What kind of enterprise it says it is; each becomes a claim with the enterprise as its source.</summary>
        public IReadOnlyList<ClaimKind> Kinds { get; init => field = value ?? []; } = [];
    }

    public static async Task<Results<Created<EnterpriseView>, ProblemHttpResult>> Handle(
        Request request, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Enterprise() is not { } id) return EnterpriseErrors.NotAManager.Result();
        if (await db.Enterprises.AnyAsync(row => row.Id == id, stop)) return EnterpriseErrors.Exists.Result("Ändra den profil som finns.");

        var now = clock.GetUtcNow();
        var (enterprise, error) = Make(id, request, user.Subject, now);
        if (enterprise is null) return error!.Result(null, Invalid(error));
        if (await db.HasNumber(enterprise, stop)) return NumberTaken();
        db.Enterprises.Add(enterprise);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: EnterpriseTable.NumberIndex })
        {
            return NumberTaken();
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "enterprise" })
        {
            // Another request of the same enterprise came first.
            return EnterpriseErrors.Exists.Result("Ändra den profil som finns.");
        }
        return TypedResults.Created($"/enterprises/v1/enterprises/{id}", EnterpriseView.Of(enterprise, user, now));
    }

    /// <summary>The same for a request, a line of an import and the seed.</summary>
    internal static (Enterprise? Enterprise, Error? Error) Make(Guid id, Request request, string by, DateTimeOffset now)
    {
        if (OrganisationNumber.Parse(request.OrganisationNumber) is not { } number) return (null, EnterpriseErrors.NumberInvalid);
        var (enterprise, error) = Enterprise.Register(id, number, request.LegalForm!.Value, request.Part, request, now);
        foreach (var kind in request.Kinds.Distinct())
            enterprise?.StateClaim(kind, ClaimAnswer.Yes, ClaimSource.OwnStatement, SwedishTime.DayOf(now), null, by);
        return (enterprise, error);
    }

    /// <summary>A unit shares its legal person's number, so the two together are single.</summary>
    internal static Task<bool> HasNumber(this EnterprisesDb db, Enterprise enterprise, CancellationToken stop) =>
        db.Enterprises.AnyAsync(row => row.OrganisationNumber == enterprise.OrganisationNumber && row.Part == enterprise.Part, stop);

    /// <summary>The same words whoever holds the number and whether that profile is public.</summary>
    private static ProblemHttpResult NumberTaken() => EnterpriseErrors.NumberTaken.Result(
        "Kontrollera numret. Stämmer det, hör av dig till nätverkets förvaltning. Är du en enhet i en större juridisk person, ange enhetens namn.",
        new InvalidParameter("organisationNumber", EnterpriseErrors.NumberTaken.Title));

    private static InvalidParameter[] Invalid(Error error) =>
        error == EnterpriseErrors.CountedInFuture ? [new("workforce.countedOn", error.Title)] : [new("organisationNumber", error.Title)];
}
