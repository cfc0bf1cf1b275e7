using System.ComponentModel.DataAnnotations;
using Enterprises.Offers;
using Enterprises.Register;
using ServiceDefaults;

namespace Enterprises.Exchange;

/// <summary>An enterprise with its offers as files carry it, out and in.</summary>
internal sealed record ExchangedEnterprise : RegisterEnterprise.Request
{
    /// <summary>What it offers; a null among them is left out.</summary>
    public IReadOnlyList<OfferContent> Offers { get; init => field = [.. (value ?? []).Where(offer => offer is not null)]; } = [];

    /// <summary>The public part of an enterprise; no contact person, and no number of a sole trader.</summary>
    internal static ExchangedEnterprise Of(Enterprise enterprise) => new()
    {
        OrganisationNumber = enterprise.LegalForm is Register.LegalForm.SoleTrader ? "" : enterprise.OrganisationNumber,
        LegalForm = enterprise.LegalForm,
        Part = enterprise.Part is "" ? null : enterprise.Part,
        Name = enterprise.Name,
        MunicipalityCode = enterprise.MunicipalityCode,
        Presentation = enterprise.Presentation,
        Website = enterprise.Website,
        Workforce = enterprise is { TooFew: false } and { Employed: { } all, EmployedFromTargetGroup: { } some, CountedOn: { } day }
            ? new Workforce { Employed = all, EmployedFromTargetGroup = some, CountedOn = day }
            : null,
        TargetGroups = enterprise.TooFew ? [] : enterprise.TargetGroups,
        Kinds = [.. enterprise.Claims.Where(claim => claim.Holds is Claims.ClaimAnswer.Yes).Select(claim => claim.Kind).Order()],
        // By title: identities are given anew by each import, and the same register should make the same file.
        Offers = [.. from offer in enterprise.Offers.OrderBy(offer => offer.Title, StringComparer.Ordinal).ThenBy(offer => offer.Id)
                     where offer.Status is OfferStatus.Published
                     select new OfferContent
                     {
                         Title = offer.Title,
                         Description = offer.Description,
                         CpvCodes = offer.CpvCodes,
                         ServiceArea = new ServiceArea { Kind = offer.AreaKind, Codes = offer.AreaCodes, RadiusKm = offer.RadiusKm },
                         MaxContractSek = offer.MaxContractSek,
                     }],
    };

    /// <summary>All that breaks the rules which a request of the API is held to as well.</summary>
    internal IEnumerable<InvalidParameter> Faults()
    {
        var parts = new List<(object? Value, string Prefix)> { (this, ""), (Workforce, "workforce."), (Contact, "contact.") };
        foreach (var (number, offer) in Offers.Index())
        {
            parts.Add((offer, $"offers[{number}]."));
            parts.Add((offer.ServiceArea, $"offers[{number}].serviceArea."));
        }
        return parts.SelectMany(part => Faults(part.Value, part.Prefix));
    }

    private static IEnumerable<InvalidParameter> Faults(object? value, string prefix)
    {
        if (value is null) return [];
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(value, new ValidationContext(value), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames.DefaultIfEmpty(""), (result, member) =>
            new InvalidParameter(prefix + string.Join('.', member.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)), result.ErrorMessage ?? ""));
    }
}
