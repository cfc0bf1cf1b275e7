using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaking.Copies;
using Matchmaking.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Interests;

/// <summary>A match as it was when the enterprise showed its interest: what made the two meet, whatever weights and words say later.</summary>
/// <param name="OfferId">The offer that fitted best.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Parts">What the score was made of.</param>
/// <param name="Reasons">Why, in Swedish.</param>
/// <param name="Asked">Key of the trade that the need asked for most, or null when none could be read.</param>
/// <param name="NeedValueSek">What the need was worth, SEK excluding VAT; null when it was not said.</param>
/// <param name="WeightsVersion">Weights, vocabulary and text analysis that gave it.</param>
public sealed record MatchThen(
    Guid OfferId, double Score, IReadOnlyDictionary<string, double> Parts, IReadOnlyList<Reason> Reasons, string? Asked, decimal? NeedValueSek, string WeightsVersion)
{
    /// <summary>Key of the trade that the offer spoke for most; null when none could be read, and in matches from before it was kept.</summary>
    public string? Offered { get; init; }

    internal static MatchThen? Of(Match? match, NeedCopy need) =>
        match is null ? null : new(match.OfferId, match.Score, match.Parts, match.Reasons, match.Asked, need.ValueSek, match.Version) { Offered = match.Offered };
}

internal static class MatchThenColumn
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Kept as a document: it is only ever read whole, and never changed.</summary>
    public static void HasDocument(this PropertyBuilder<MatchThen?> property) => property.HasColumnType("jsonb").HasConversion(
        match => JsonSerializer.Serialize(match, Form),
        json => JsonSerializer.Deserialize<MatchThen>(json, Form),
        new ValueComparer<MatchThen?>((a, b) => ReferenceEquals(a, b), match => match == null ? 0 : match.WeightsVersion.Length));
}
