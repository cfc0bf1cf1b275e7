using System.Globalization;
using Contracts.Enterprises;
using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Matching;

namespace Benchmarks.Matching;

/// <summary>One change: an amount of money that stands nowhere else, and the pair whose match then tells it as a reason.</summary>
/// <param name="Id">The need or enterprise that is changed.</param>
/// <param name="Need">The need of the pair.</param>
/// <param name="Enterprise">The enterprise of the pair.</param>
/// <param name="Amount">The new amount, SEK.</param>
/// <param name="Write">Writes it.</param>
internal sealed record Change(Guid Id, Guid Need, Guid Enterprise, decimal Amount, Func<MatchingService, Task> Write)
{
    private readonly string told = $" {Amount.ToString("#,0", CultureInfo.GetCultureInfo("sv-SE")).Replace('\u202f', ' ').Replace('\u00a0', ' ')} kr";

    /// <summary>Whether the index's answer has it.</summary>
    public bool Shows(MatchIndex index) => index.Between(Need, Enterprise)?.Reasons.Any(reason => reason.Text.Contains(told, StringComparison.Ordinal)) == true;
}

/// <summary>The generated country as copies in the database, and changes to it.</summary>
internal sealed class Country
{
    private readonly List<MatchPlace> places = Places.Read();

    public Country(int enterprises)
    {
        var corpus = new Corpus(places);
        (Enterprises, Needs) = (corpus.Enterprises(enterprises, DateTimeOffset.UtcNow), corpus.Needs(enterprises * 4 / 5));
    }

    /// <summary>With five offers each.</summary>
    public List<MatchEnterprise> Enterprises { get; }

    /// <summary>All open.</summary>
    public List<MatchNeed> Needs { get; }

    /// <summary>Writes the first version of everything.</summary>
    public async Task Fill(MatchmakingDb db)
    {
        foreach (var place in places) await db.Keep(Copy(place), default);
        foreach (var enterprise in Enterprises) await db.Keep(Copy(enterprise, 1), default);
        foreach (var need in Needs) await db.Keep(Copy(need, 1), default);
    }

    /// <summary>
    /// Needs and enterprises in turn, each at most once, each watched in its best match. The amounts are no round sums, as those
    /// of the corpus are, and never keep a need from fitting.
    /// </summary>
    public List<Change> Changes(MatchIndex index, int count)
    {
        var needs = Needs.SelectMany(need => index.ForNeed(need.Id, 1).Select(match => (need, match))).Take(count / 2).Select((found, n) =>
            new Change(found.need.Id, found.need.Id, found.match.EnterpriseId, 10_001 + n,
                service => service.Keep(Copy(found.need with { ValueSek = 10_001 + n }, 2))));
        var enterprises = Enterprises.SelectMany(enterprise => index.ForEnterprise(enterprise.Id, 1).Select(match => (enterprise, match))).Take(count / 2).Select((found, n) =>
            new Change(found.enterprise.Id, found.match.NeedId, found.enterprise.Id, 5_000_001 + n, service => service.Keep(Copy(
                found.enterprise with { Offers = [.. found.enterprise.Offers.Select(offer => offer with { MaxContractSek = 5_000_001 + n })] }, 2))));
        return [.. needs.Zip(enterprises, (need, enterprise) => new[] { need, enterprise }).SelectMany(both => both)];
    }

    private static MunicipalityCopy Copy(MatchPlace place) => new()
    {
        Code = place.Code, Version = 1, Withdrawn = false, Name = place.Name, CountyCode = place.CountyCode, CountyName = place.CountyCode,
        Latitude = place.Latitude, Longitude = place.Longitude, Population = place.Population, SkrGroup = place.SkrGroup,
    };

    private static NeedCopy Copy(MatchNeed need, int version) => new()
    {
        Id = need.Id, Version = version, Withdrawn = false, MunicipalityCode = need.MunicipalityCode, Title = need.Title, Description = need.Description,
        CpvCodes = [.. need.CpvCodes], Kind = need.Kind, ValueSek = need.ValueSek, Months = need.Months, TargetGroups = [.. need.TargetGroups],
        Status = "published", AnswerBy = null, PublishedAt = DateTimeOffset.UtcNow, Outcome = null,
    };

    private static EnterpriseCopy Copy(MatchEnterprise enterprise, int version) => new()
    {
        Id = enterprise.Id, Version = version, Withdrawn = false, Name = enterprise.Name, MunicipalityCode = enterprise.MunicipalityCode,
        Presentation = enterprise.Presentation, Kinds = [.. enterprise.Kinds], TargetGroups = [.. enterprise.TargetGroups],
        ConfirmedAt = enterprise.ConfirmedAt.ToUniversalTime(),
        Offers = [.. enterprise.Offers.Select(offer => new OfferState(offer.Id, offer.Title, offer.Description, offer.CpvCodes,
            new ServiceArea(offer.AreaKind, offer.AreaCodes, offer.RadiusKm), offer.MaxContractSek))],
    };
}
