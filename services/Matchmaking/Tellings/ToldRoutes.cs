using Contracts;
using Contracts.Matchmaking;
using Matchmaking.Copies;
using Matchmaking.RouteAssessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Matchmaking.Tellings;

/// <summary>What the owner of a need has been told of changed routes, so that each change is told once.</summary>
internal sealed class ToldRoutes : Noun
{
    private IReadOnlyList<ChangedNeed.Route> changes = [];

    private ToldRoutes() { }

    /// <summary>The need.</summary>
    public Guid Id { get; private init; }
    public string Title { get; private set; } = "";
    public string MunicipalityCode { get; private init; } = "";

    /// <summary>The changed routes with their answers.</summary>
    public string Answers { get; private set; } = "";

    /// <summary>Files of rules that gave them.</summary>
    public string Rules { get; private set; } = "";

    public static ToldRoutes Of(NeedCopy need, ChangedNeed change, string rules)
    {
        var told = new ToldRoutes { Id = need.Id, MunicipalityCode = need.MunicipalityCode };
        told.Tell(need, change, rules);
        return told;
    }

    /// <summary>Tells it anew when it is the rules that have changed the answers since; what the owner changed in the need, the owner knows.</summary>
    public void Again(NeedCopy need, ChangedNeed change, string rules)
    {
        if (rules != Rules && Text(change) != Answers) Tell(need, change, rules);
    }

    /// <inheritdoc/>
    protected override INounChanged ToEvent(string reason) => new RoutesChanged(Id, Version, reason, false, Title, MunicipalityCode,
        [.. changes.Select(route => new RoutesChanged.Change(route.Code, Kebab.Of(route.Then), Kebab.Of(route.Now)))]);

    private void Tell(NeedCopy need, ChangedNeed change, string rules)
    {
        (Title, Answers, Rules, changes) = (need.Title, Text(change), rules, change.ChangedRoutes);
        Changed("overtaken");
    }

    private static string Text(ChangedNeed change) => string.Join(' ', change.ChangedRoutes.Select(route => $"{route.Code}:{Kebab.Of(route.Now)}"));
}

internal sealed class ToldRoutesTable : IEntityTypeConfiguration<ToldRoutes>
{
    public void Configure(EntityTypeBuilder<ToldRoutes> told)
    {
        told.ToTable("told_routes").HasKey(one => one.Id);
        told.Property(one => one.Id).ValueGeneratedNever();
    }
}
