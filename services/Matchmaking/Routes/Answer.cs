namespace Matchmaking.Routes;

/// <summary>Three-valued answer (Kleene): what is not known is never guessed.</summary>
public enum Answer
{
    /// <summary>The route is closed.</summary>
    No,

    /// <summary>Facts or the text of the law do not decide it.</summary>
    Unknown,

    /// <summary>The route is open.</summary>
    Yes,
}

/// <summary>Strong three-valued logic: with No &lt; Unknown &lt; Yes, "and" is the least and "or" the greatest.</summary>
internal static class Logic
{
    public static Answer Of(bool value) => value ? Answer.Yes : Answer.No;

    public static Answer Not(Answer answer) => (Answer)(2 - (int)answer);

    public static Answer And(params ReadOnlySpan<Answer> answers)
    {
        var least = Answer.Yes;
        foreach (var answer in answers)
            if (answer < least) least = answer;
        return least;
    }

    public static Answer Or(params ReadOnlySpan<Answer> answers)
    {
        var greatest = Answer.No;
        foreach (var answer in answers)
            if (answer > greatest) greatest = answer;
        return greatest;
    }

    /// <summary>One answer of several possible worlds: theirs when they agree, otherwise unknown.</summary>
    public static Answer Merge(IEnumerable<Answer> worlds)
    {
        Answer? common = null;
        foreach (var answer in worlds)
        {
            if (common is not null && common != answer) return Answer.Unknown;
            common = answer;
        }
        return common ?? Answer.Unknown;
    }

    /// <summary>The one or the other, or unknown when it is not known which applies and they differ.</summary>
    public static Answer If(Answer condition, Answer then, Answer otherwise) => condition switch
    {
        Answer.Yes => then,
        Answer.No => otherwise,
        _ => then == otherwise ? then : Answer.Unknown,
    };
}
