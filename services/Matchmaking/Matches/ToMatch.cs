using Matchmaking.Copies;
using Matchmaking.Matching;

namespace Matchmaking.Matches;

/// <summary>Copies in the words of the matching.</summary>
internal static class ToMatchExtensions
{
    public static MatchPlace ToMatch(this MunicipalityCopy copy) =>
        new(copy.Code, copy.Name, copy.CountyCode, copy.Latitude, copy.Longitude, copy.Population, copy.SkrGroup);

    public static MatchNeed ToMatch(this NeedCopy copy) =>
        new(copy.Id, copy.MunicipalityCode, copy.Title, copy.Description, copy.CpvCodes, copy.Kind, copy.ValueSek, copy.Months, copy.TargetGroups) { AnswerBy = copy.AnswerBy };

    /// <summary>Who is out of sight counts as never confirmed: then nobody is shown it, and the lists can still count whom they leave out.</summary>
    public static MatchEnterprise ToMatch(this EnterpriseCopy copy) =>
        new(copy.Id, copy.Name, copy.MunicipalityCode, copy.Presentation, copy.Kinds, copy.TargetGroups, copy.OutOfSight ? DateTimeOffset.MinValue : copy.ConfirmedAt,
            [.. copy.Offers.Select(offer => new MatchOffer(offer.Id, offer.Title, offer.Description, offer.CpvCodes,
                offer.ServiceArea.Kind, offer.ServiceArea.Codes, offer.ServiceArea.RadiusKm, offer.MaxContractSek))]);
}
