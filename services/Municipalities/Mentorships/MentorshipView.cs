using System.ComponentModel.DataAnnotations;
using Municipalities.Baselines;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Mentorships;

/// <summary>Help between two municipalities, for the two and the network lead.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Raised by one at each change; the ETag.</param>
/// <param name="AskingCode">SCB code of the municipality that asks.</param>
/// <param name="MentorCode">SCB code of the municipality that is asked.</param>
/// <param name="Dimension">Code of the dimension.</param>
/// <param name="Status">requested, accepted, declined, withdrawn or concluded.</param>
/// <param name="Message">What was asked; null for the network lead.</param>
/// <param name="Answer">What the mentor answered, or null; null for the network lead.</param>
/// <param name="Notes">What was said in conversations, in their order; empty for the network lead.</param>
/// <param name="Outcome">helped, helped-in-part or did-not-help; null before the end.</param>
/// <param name="OutcomeText">What came of it, or null.</param>
/// <param name="RequestedOn">The day of the request.</param>
/// <param name="AnsweredOn">The day of the answer, or null.</param>
/// <param name="ConcludedOn">The day it ended, or null.</param>
/// <param name="Demonstration">True for made-up data of the demonstration.</param>
public sealed record MentorshipView(
    Guid Id, int Version, string AskingCode, string MentorCode, string Dimension, MentorshipStatus Status, string? Message, string? Answer,
    IReadOnlyList<ConversationNote> Notes, MentorshipOutcome? Outcome, string? OutcomeText, DateOnly RequestedOn, DateOnly? AnsweredOn, DateOnly? ConcludedOn,
    bool Demonstration) : IVersioned
{
    internal static MentorshipView Of(Mentorship row, string? reader)
    {
        var own = reader == row.AskingCode || reader == row.MentorCode;
        return new(row.Id, row.Version, row.AskingCode, row.MentorCode, row.Dimension, row.Status, own ? row.Message : null, own ? row.Answer : null,
            own ? row.Notes : [], row.Outcome, own ? row.OutcomeText : null, row.RequestedOn, row.AnsweredOn, row.ConcludedOn, row.Demonstration);
    }
}

/// <summary>A request for help.</summary>
public sealed record MentorshipRequest
{
    /// <summary>SCB code of the municipality that is asked.</summary>
    [Required(ErrorMessage = "Ange kommunen ni frågar."), RegularExpression("[0-9]{4}", ErrorMessage = "Kommunkoden har fyra siffror.")]
    public string MentorCode { get; init; } = "";

    /// <summary>The dimension that help is wanted in.</summary>
    [Required(ErrorMessage = "Ange vilken del det gäller."), DimensionCode]
    public string Dimension { get; init; } = "";

    /// <summary>What is asked.</summary>
    [Required(ErrorMessage = "Skriv vad ni vill ha hjälp med."), StringLength(2000, MinimumLength = 10, ErrorMessage = "Frågan ska ha mellan 10 och 2 000 tecken."), NoPersonalNumber]
    public string Message { get; init; } = "";
}
