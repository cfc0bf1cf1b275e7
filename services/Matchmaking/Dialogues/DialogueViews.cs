using System.Linq.Expressions;
using ServiceDefaults;

namespace Matchmaking.Dialogues;

/// <summary>A question and, once there is one, its answer.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, also the ETag.</param>
/// <param name="NeedId">The need.</param>
/// <param name="Text">The question.</param>
/// <param name="AskedAt">When it was asked (UTC).</param>
/// <param name="Answer">The answer; null while there is none, and then only the asker and the municipality see the question.</param>
/// <param name="AnsweredAt">When the answer became public (UTC).</param>
/// <param name="ChangedAt">When question or answer changed last (UTC).</param>
/// <param name="Mine">True for the enterprise that asked; nobody else is told who did.</param>
public sealed record QuestionView(
    Guid Id, int Version, Guid NeedId, string Text, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt, DateTimeOffset ChangedAt, bool Mine) : IVersioned
{
    internal static Expression<Func<Question, QuestionView>> From(Guid? supplier) => question => new QuestionView(
        question.Id, question.Version, question.NeedId, question.Text, question.AskedAt, question.Answer, question.AnsweredAt, question.ChangedAt,
        question.EnterpriseId == supplier);
}

/// <summary>A meeting about a need.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, also the ETag.</param>
/// <param name="NeedId">The need.</param>
/// <param name="Kind">Kind of dialogue.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="Participants">Organisations that took part.</param>
/// <param name="Notes">What was said.</param>
/// <param name="ChangedAt">When it was noted, or its words were taken away (UTC).</param>
public sealed record MeetingView(
    Guid Id, int Version, Guid NeedId, MeetingKind Kind, DateOnly HeldOn, IReadOnlyList<string> Participants, string Notes, DateTimeOffset ChangedAt) : IVersioned
{
    internal static readonly Expression<Func<Meeting, MeetingView>> From = meeting => new MeetingView(
        meeting.Id, meeting.Version, meeting.NeedId, meeting.Kind, meeting.HeldOn, meeting.Participants, meeting.Notes, meeting.ChangedAt);
}

internal static class DialogueQueries
{
    /// <summary>Answered ones for all; the others for the asker and the municipality.</summary>
    public static IQueryable<Question> VisibleTo(this IQueryable<Question> questions, CurrentUser user)
    {
        var (buyer, supplier) = (user.Buyer(), user.Supplier());
        return questions.Where(question => question.AnsweredAt != null || question.MunicipalityCode == buyer || question.EnterpriseId == supplier);
    }
}
