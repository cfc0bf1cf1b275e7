using Contracts;
using Contracts.Municipalities;
using ServiceDefaults.Messaging;

namespace Municipalities.Register;

/// <summary>A municipality in the register of all 290.</summary>
internal sealed class Municipality : Noun
{
    private Municipality() { }

    public string Code { get; private set; } = "";
    public Facts Facts { get; private set; } = null!;

    public static Municipality Register(string code, Facts facts)
    {
        var municipality = new Municipality { Code = code, Facts = facts };
        municipality.Changed("registered");
        return municipality;
    }

    /// <summary>Takes newer facts; the same facts again change nothing and are told to nobody.</summary>
    public void Revise(Facts facts)
    {
        if (facts == Facts) return;
        Facts = facts;
        Changed("revised");
    }

    /// <inheritdoc/>
    protected override INounChanged ToEvent(string reason) => new MunicipalityChanged(
        Code, Version, reason, Withdrawn: false, Facts.Name, Facts.CountyCode, Facts.CountyName,
        Facts.Latitude, Facts.Longitude, Facts.Population, Facts.PopulationYear, Facts.SkrGroup, Facts.Pilot);
}

/// <summary>What is known about a municipality, from the sources that the seed names.</summary>
internal sealed record Facts(
    string Name,
    string CountyCode,
    string CountyName,
    double Latitude,
    double Longitude,
    int Population,
    int PopulationYear,
    string SkrGroup,
    bool Pilot);
