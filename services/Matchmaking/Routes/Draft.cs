namespace Matchmaking.Routes;

/// <summary>A route's result while its conditions are being asked, one after another; all must hold.</summary>
internal sealed class Draft(string route)
{
    private readonly List<string> obstacles = [];
    private readonly List<string> citations = [];
    private readonly List<Limit> limits = [];
    private readonly List<Duty> duties = [];
    private readonly List<OpenQuestion> unknowns = [];
    private readonly List<string> notes = [];

    public Answer Answer { get; private set; } = Answer.Yes;

    /// <summary>Another condition.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="obstacle">What to say when it does not.</param>
    /// <param name="question">What is not known when it is unknown.</param>
    /// <param name="how">How to find that out.</param>
    public Draft Requires(Answer holds, string obstacle, string question, string how)
    {
        if (holds == Answer.No) obstacles.Add(obstacle);
        if (holds == Answer.Unknown) Asks(question, how);
        Answer = Logic.And(Answer, holds);
        return this;
    }

    public Draft Asks(string question, string how)
    {
        if (unknowns.All(known => known.What != question)) unknowns.Add(new OpenQuestion(question, how));
        return this;
    }

    public Draft Cites(params IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            if (!citations.Contains(paragraph)) citations.Add(paragraph);
        return this;
    }

    public Draft Uses(params IEnumerable<Limit?> compared)
    {
        foreach (var limit in compared)
        {
            if (limit is null || limits.Any(used => used.Code == limit.Code)) continue;
            limits.Add(limit);
            Cites(limit.Paragraph);
            // An announcement in the statute book is a source of law of its own.
            if (limit.Source.StartsWith("SFS ", StringComparison.Ordinal)) Cites(limit.Source);
        }
        return this;
    }

    public Draft Owes(params IEnumerable<Duty?> owed)
    {
        foreach (var duty in owed)
            if (duty is not null && duties.All(other => other.Id != duty.Id || other.Paragraph != duty.Paragraph)) duties.Add(duty);
        return this;
    }

    public Draft Notes(params IEnumerable<string> more)
    {
        foreach (var note in more)
            if (!notes.Contains(note)) notes.Add(note);
        return this;
    }

    /// <param name="open">What to say when the route is open.</param>
    public RouteResult Finish(string open)
    {
        if (Answer == Answer.Unknown) Owes(Duties.LegalReview);
        Cites(duties.Where(duty => duty.Paragraph.Length > 0).Select(duty => duty.Paragraph));
        var reason = Answer switch
        {
            Answer.Yes => open,
            Answer.No => string.Join(" ", obstacles),
            _ => "Går inte att avgöra: " + string.Join(" ", unknowns.Select(unknown => unknown.What)),
        };
        // A question is of no use once something else has closed the route.
        IReadOnlyList<OpenQuestion> asked = Answer == Answer.No ? [] : unknowns;
        return new RouteResult(route, RouteCodes.NameOf(route), Answer, reason, citations, limits, duties, asked, notes);
    }
}
