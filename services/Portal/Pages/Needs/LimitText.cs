using Portal.Api;
using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Needs;

/// <summary>A limit in law as a sentence, with its paragraph and for how long it holds.</summary>
internal static class LimitText
{
    /// <summary>Such as <c>Under 700 000 kr (19 a kap. 2 § LOU). Gäller från 1 januari 2026.</c></summary>
    public static string Of(Limit limit) => Text.Of(limit.ValidTo is null ? "OpenNeeds.Limit.From" : "OpenNeeds.Limit.Between",
        Text.Of(Compared(limit.Operator), Show.Kr(limit.AmountSek)), limit.Paragraph, Show.Date(limit.ValidFrom), Show.Date(limit.ValidTo));

    private static string Compared(string comparison) => comparison switch
    {
        "<" => "OpenNeeds.Limit.Below", "<=" => "OpenNeeds.Limit.AtMost", ">" => "OpenNeeds.Limit.Above", _ => "OpenNeeds.Limit.AtLeast",
    };
}
