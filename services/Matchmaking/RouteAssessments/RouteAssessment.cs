using ServiceDefaults.Rules;
using System.Text.Json;
using Matchmaking.Deals;
using Matchmaking.Routes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults;

namespace Matchmaking.RouteAssessments;

/// <summary>An assessment kept with a deal as it was made: facts, rules, answers, who and when. It is never changed; a new view is a new one.</summary>
internal sealed class RouteAssessment
{
    private RouteAssessment() { }

    public Guid Id { get; private set; }
    public Guid DealId { get; private set; }
    public string MunicipalityCode { get; private set; } = "";

    /// <summary>The facts, as JSON.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>The assessment, as JSON.</summary>
    public string Result { get; private set; } = "";

    /// <summary>The day the value was taken for when the facts do not say.</summary>
    public DateOnly AssessedOn { get; private set; }
    public DateTimeOffset AssessedAt { get; private set; }

    /// <summary>Name of the person, or the subject of the token.</summary>
    public string AssessedBy { get; private set; } = "";

    public static RouteAssessment Of(Deal deal, RouteInput facts, string by, DateTimeOffset now)
    {
        var today = SwedishTime.DayOf(now);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            DealId = deal.Id,
            MunicipalityCode = deal.MunicipalityCode,
            Facts = FactsJson.Write(facts),
            Result = JsonSerializer.Serialize(RouteEngine.Evaluate(facts, today), ApiJson.Options),
            AssessedOn = today,
            AssessedAt = now,
            AssessedBy = by,
        };
    }

    /// <summary>The assessment as it was made.</summary>
    public Assessment Made() => JsonSerializer.Deserialize<Assessment>(Result, FactsJson.Options)!;

    /// <summary>What it was asked.</summary>
    public RouteInput Input() => JsonSerializer.Deserialize<RouteInput>(Facts, FactsJson.Options)!;

    /// <summary>The routes whose answer the rules of this build would change, the facts and the day being the same.</summary>
    public IReadOnlyList<string> Changed()
    {
        var now = RouteEngine.Evaluate(Input(), AssessedOn);
        var made = Made().Routes.ToDictionary(route => route.Route, route => route.Answer);
        return [.. now.Routes.Where(route => made.TryGetValue(route.Route, out var before) && before != route.Answer).Select(route => route.Route)];
    }
}

internal sealed class RouteAssessmentTable : IEntityTypeConfiguration<RouteAssessment>
{
    public void Configure(EntityTypeBuilder<RouteAssessment> builder)
    {
        builder.ToTable("route_assessment").HasKey(assessment => assessment.Id);
        builder.Property(assessment => assessment.Id).ValueGeneratedNever();
        builder.Property(assessment => assessment.Facts).HasColumnType("jsonb");
        builder.Property(assessment => assessment.Result).HasColumnType("jsonb");
        builder.HasOne<Deal>().WithMany().HasForeignKey(assessment => assessment.DealId);
        builder.HasIndex(assessment => new { assessment.DealId, assessment.AssessedAt });
        builder.HasIndex(assessment => assessment.MunicipalityCode);
    }
}
