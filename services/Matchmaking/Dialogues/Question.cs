using Contracts;
using Matchmaking.Copies;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.Dialogues;

/// <summary>
/// A question about a need. Its answer is for all: the question becomes public with it, without the name of who asked, so that
/// nobody knows more than another (likabehandling, LOU 4 kap. 1 §, 19 a kap. 8 §).
/// </summary>
internal sealed class Question : Noun
{
    private Question() { }

    public Guid Id { get; private set; }
    public Guid NeedId { get; private set; }
    public string MunicipalityCode { get; private set; } = "";

    /// <summary>Who asked. Never shown to anybody but the enterprise itself.</summary>
    public Guid EnterpriseId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public string? Answer { get; private set; }

    /// <summary>When the answer became public; a later correction changes <see cref="Noun.ChangedAt"/> only.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    public bool Withdrawn { get; private set; }

    public static Question Ask(NeedCopy need, Guid enterprise, string text, DateTimeOffset now)
    {
        var question = new Question
        {
            Id = Guid.CreateVersion7(now), NeedId = need.Id, MunicipalityCode = need.MunicipalityCode, EnterpriseId = enterprise, Text = text, AskedAt = now,
        };
        question.Changed("asked");
        return question;
    }

    /// <summary>Answers for all to see, or corrects the answer.</summary>
    public Error? Reply(string answer, DateTimeOffset now)
    {
        if (Withdrawn) return DialogueErrors.QuestionWithdrawn;
        Changed(AnsweredAt is null ? "answered" : "answer-revised");
        (Answer, AnsweredAt) = (answer, AnsweredAt ?? now);
        return null;
    }

    /// <summary>Takes the question back while it is unanswered.</summary>
    public Error? Withdraw()
    {
        if (Withdrawn) return DialogueErrors.QuestionWithdrawn;
        if (AnsweredAt is not null) return DialogueErrors.QuestionAnswered;
        Withdrawn = true;
        Changed("withdrawn");
        return null;
    }

    /// <summary>Takes the words away, such as a name or a number that should not have been written. That it was asked and answered stays.</summary>
    public Error? Redact(string mark)
    {
        if (Withdrawn) return DialogueErrors.QuestionWithdrawn;
        if (AnsweredAt is null) return DialogueErrors.QuestionUnanswered;
        (Text, Answer) = (mark, mark);
        Changed("redacted");
        return null;
    }

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => null;
}
