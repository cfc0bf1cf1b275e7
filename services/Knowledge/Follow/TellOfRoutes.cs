using Contracts.Matchmaking;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Knowledge.Follow;

/// <summary>A need whose legal routes new rules have changed: told to the people of the municipality whose need it is, and to nobody else.</summary>
internal sealed class TellOfRoutes(TimeProvider clock) : IEventHandler<RoutesChanged, KnowledgeDb>
{
    private const string Kind = "rules";

    /// <summary>Routes that are told in the line; the page behind it has them all.</summary>
    private const int Few = 2;

    public async Task Handle(RoutesChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        if (changed.Withdrawn || await db.Notices.AnyAsync(notice => notice.Kind == Kind && notice.Thing == changed.Id && notice.Version >= changed.Version, stop)) return;
        var notice = Notice.Of(Kind, changed.Id, Line(changed.Changes), changed.Title, $"/vagval?behov={changed.Id}", narrow: false, [changed.MunicipalityCode]);
        (notice.Version, notice.OccurredAt) = (changed.Version, clock.Moment());
        db.Add(notice);
    }

    private static string Line(IReadOnlyList<RoutesChanged.Change> changes)
    {
        var told = string.Join("; ", changes.Take(Few).Select(change =>
            $"{Vocabulary.RouteNames.GetValueOrDefault(change.Route, change.Route)} var {Word(change.Then)}, är nu {Word(change.Now)}"));
        return $"Nya regler ändrar vägvalet: {told}{(changes.Count > Few ? $"; och {changes.Count - Few} till" : "")}";
    }

    private static string Word(string answer) => answer switch { "yes" => "öppen", "no" => "stängd", _ => "oklar" };
}
