using System.Text.Json;
using Municipalities.Context;
using ServiceDefaults;

namespace Municipalities.Journeys;

/// <summary>A start for a journey, in own words; dates count from the day it begins.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Name">Its name in Swedish.</param>
/// <param name="Profile">What kind of municipality it suits.</param>
/// <param name="Summary">When it suits.</param>
/// <param name="Goals">What is to be reached, with the actions that lead there.</param>
public sealed record JourneyTemplate(string Code, string Name, Profile Profile, string Summary, IReadOnlyList<TemplateGoal> Goals)
{
    internal static readonly IReadOnlyList<JourneyTemplate> All = Read();

    internal static JourneyTemplate? Find(string? code) => All.SingleOrDefault(template => template.Code == code);

    internal (IReadOnlyList<Goal> Goals, IReadOnlyList<JourneyAction> Actions) From(DateOnly start)
    {
        var (goals, actions) = (new List<Goal>(), new List<JourneyAction>());
        foreach (var goal in Goals)
        {
            var id = Guid.CreateVersion7();
            goals.Add(new Goal(id, new GoalContent { Text = goal.Text, Dimension = goal.Dimension, ReachedWhen = goal.ReachedWhen, By = start.AddMonths(goal.Months) }));
            actions.AddRange(goal.Actions.Select(action => new JourneyAction(Guid.CreateVersion7(), new ActionContent
            {
                Text = action.Text,
                GoalId = id,
                Dimension = goal.Dimension,
                Owner = action.Owner,
                DueOn = start.AddMonths(action.Months),
                Chapter = action.Chapter,
            }, ActionStatus.Planned, null, null, null)));
        }
        return (goals, actions);
    }

    private static List<JourneyTemplate> Read()
    {
        using var seed = typeof(JourneyTemplate).Assembly.GetManifestResourceStream("journey/templates.json") ?? throw new InvalidDataException("The templates are missing.");
        return JsonSerializer.Deserialize<List<JourneyTemplate>>(seed, ApiJson.Options)!;
    }
}

/// <summary>A goal of a template.</summary>
/// <param name="Text">What is to be reached.</param>
/// <param name="Dimension">The dimension that it raises.</param>
/// <param name="ReachedWhen">How one sees that it is reached.</param>
/// <param name="Months">Months from the start.</param>
/// <param name="Actions">What leads there.</param>
public sealed record TemplateGoal(string Text, string Dimension, string ReachedWhen, int Months, IReadOnlyList<TemplateAction> Actions);

/// <summary>An action of a template.</summary>
/// <param name="Text">What is done.</param>
/// <param name="Owner">The function that sees to it.</param>
/// <param name="Months">Months from the start.</param>
/// <param name="Chapter">Slug of the handbook's chapter to read.</param>
public sealed record TemplateAction(string Text, string Owner, int Months, string Chapter);
