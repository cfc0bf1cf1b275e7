using System.ComponentModel.DataAnnotations;
using Matchmaking.Routes;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Deals;

/// <summary>What was agreed, as written in the signed agreement.</summary>
/// <param name="AgreementType">Which kind of agreement.</param>
/// <param name="Route">Code of the legal route, such as DIRECT_AWARD.</param>
/// <param name="AgreedValueSek">Agreed total value, SEK excluding VAT, options and extensions included (LOU 5 kap. 3 §); 0 where nothing is paid.</param>
/// <param name="ExpectedJobs">Jobs expected, in full-time years.</param>
/// <param name="ExpectedPlacements">Places for work training or practice expected.</param>
/// <param name="SignedOn">The day of the last signature.</param>
/// <param name="StartsOn">First day of the agreement.</param>
/// <param name="EndsOn">Last day of the agreement; null when it runs on.</param>
/// <param name="FollowUpMonths">Months between follow-ups; 6 when not given.</param>
public sealed record DealTerms(
    [property: Required(ErrorMessage = "Ange typ av avtal.")] AgreementType? AgreementType,
    [property: Required(ErrorMessage = "Ange vägens kod.")] string Route,
    [property: Required(ErrorMessage = "Ange avtalat värde."), Range(0, 10_000_000_000, ErrorMessage = "Ska vara mellan 0 och 10 miljarder kronor.")] decimal? AgreedValueSek,
    [property: Required(ErrorMessage = "Ange väntade årsarbetskrafter; 0 om inga väntas."), Range(0, 10_000, ErrorMessage = "Ska vara mellan 0 och 10 000.")] decimal? ExpectedJobs,
    [property: Range(0, 10_000, ErrorMessage = "Ska vara mellan 0 och 10 000.")] int? ExpectedPlacements,
    [property: Required(ErrorMessage = "Ange dagen för underskrift."), Day] DateOnly? SignedOn,
    [property: Required(ErrorMessage = "Ange första dag."), Day] DateOnly? StartsOn,
    [property: Day] DateOnly? EndsOn,
    [property: Range(1, 24, ErrorMessage = "Ska vara mellan 1 och 24.")] int? FollowUpMonths = null)
{
    /// <summary>What does not add up, by member; empty when all does.</summary>
    internal IEnumerable<InvalidParameter> Contradictions(DateOnly today)
    {
        if (!DealRoutes.IsCode(Route)) yield return new("route", $"Okänd kod. Kända: {string.Join(", ", DealRoutes.Codes)}.");
        foreach (var (name, day) in new[] { ("signedOn", SignedOn), ("startsOn", StartsOn), ("endsOn", EndsOn) })
            if (day?.IsPlausible() == false) yield return new(name, "Ska ligga mellan år 2000 och år 2100.");
        if (SignedOn > today) yield return new("signedOn", "Kan inte ligga i framtiden.");
        if (EndsOn < StartsOn) yield return new("endsOn", "Kan inte ligga före första dag.");
        if (Route == RouteCodes.Reserved25 && (EndsOn is null || EndsOn >= StartsOn?.PlusMonths(36)))
            yield return new("endsOn", "Ett kontrakt enligt 19 kap. 25 § LOU får gälla i högst tre år.");
    }
}

/// <summary>Kinds of agreement between a municipality and a social enterprise.</summary>
public enum AgreementType
{
    /// <summary>Kontrakt.</summary>
    Contract,

    /// <summary>Ramavtal.</summary>
    Framework,

    /// <summary>Avropsavtal.</summary>
    CallOff,

    /// <summary>Avtal inom valfrihetssystem (LOV).</summary>
    Lov,

    /// <summary>Koncessionsavtal.</summary>
    Concession,

    /// <summary>Överenskommelse om idéburet offentligt partnerskap.</summary>
    Iop,

    /// <summary>Samverkansavtal eller avsiktsförklaring, utan betalning.</summary>
    Collaboration,

    /// <summary>Bidragsbeslut.</summary>
    Grant,

    /// <summary>Avtal om arbetsträning.</summary>
    WorkTraining,
}
