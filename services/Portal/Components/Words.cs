using Portal.Texts;

namespace Portal.Components;

/// <summary>The API's codes in the words of the term list: <c>Words.Kind.goods</c> in <c>Texts/Words.resx</c>.</summary>
public static class Words
{
    /// <summary>Groups that a need or an enterprise wishes to reach.</summary>
    public static Option[] TargetGroups =>
        Options("TargetGroup", "long-term-unemployed", "disability", "mental-ill-health", "addiction", "after-prison", "foreign-born", "young-neet", "long-term-sick");

    /// <summary>What is bought.</summary>
    public static Option[] Kinds => Options("Kind", "service", "goods", "works");

    /// <summary>How a need ended.</summary>
    public static Option[] Outcomes => Options("Outcome", "deal", "no-deal", "procured-elsewhere");

    /// <summary>Kinds of talk before a purchase.</summary>
    public static Option[] Dialogues => Options("Dialogue", "early-dialogue", "request-for-information", "visit");

    /// <summary>Kinds of agreement.</summary>
    public static Option[] Agreements =>
        Options("Agreement", "contract", "framework", "call-off", "lov", "concession", "iop", "collaboration", "grant", "work-training");

    /// <summary>The routes.</summary>
    public static Option[] Routes => Options(
        "Route", "DIRECT_AWARD", "CALL_OFF", "ADVERTISED_19", "DIRECTIVE", "RESERVED_4_18", "RESERVED_19_25", "RESERVED_19_25A", "LOV", "EMPLOYMENT_CLAUSE", "IOP", "GRANT",
        "CONCESSION_DIRECT", "SINGLE_SUPPLIER", "INNOVATION_PARTNERSHIP", "SUBCONTRACT", "NOT_PROCUREMENT");

    /// <summary>Why nothing came of an interest.</summary>
    public static Option[] NoDealReasons =>
        Options("NoDeal", "price", "capacity", "timing", "distance", "wrong-trade", "requirements", "need-changed", "other-supplier", "no-funding", "other");

    /// <summary>Legal forms.</summary>
    public static Option[] LegalForms => Options(
        "LegalForm", "economic-association", "non-profit-association", "foundation", "limited-company", "limited-company-svb", "trading-partnership", "sole-trader");

    /// <summary>What can be stated about an enterprise.</summary>
    public static Option[] Claims => Options(
        "Claim", "wise", "non-profit", "social-enterprise", "social-innovation", "registered-ideburen", "revoked-registration", "sheltered-workshop", "profit-reinvested", "publicly-owned");

    /// <summary>Where an offer holds.</summary>
    public static Option[] Areas => Options("Area", "municipalities", "counties", "radius", "national");

    /// <summary>Who says it.</summary>
    public static Option[] Sources => Options("Source", "own-statement", "skoopi", "kammarkollegiet", "bolagsverket", "municipality");

    /// <summary>What a signed deal asks of its buyer.</summary>
    public static Option[] Duties => Options("Duty", "DOCUMENT", "AFTER_NOTICE", "STANDSTILL", "MAX_THREE_YEARS");

    /// <summary>The one thing that a near miss lacks.</summary>
    public static Option[] Missing => Options("Missing", "area", "size", "freshness");

    /// <summary>What somebody can follow.</summary>
    public static Option[] Followed => Options("Followed", "mention", "reminder", "discussion", "meeting", "article", "case", "model", "match", "rules");

    /// <summary>How often it is told of.</summary>
    public static Option[] Digests => Options("Digest", "immediate", "daily", "weekly", "off", "mute");

    /// <summary>The label of a code, or the code itself.</summary>
    public static string Of(Option[] options, string? code) => code is null ? "" : options.FirstOrDefault(option => option.Value == code)?.Label ?? code;

    /// <summary>A need's state and how it is coloured.</summary>
    public static (string Text, string? Kind) NeedStatus(string status) =>
        (Named("NeedStatus", status), status switch { "draft" => "warm", "published" => "good", "in-dialogue" => "act", _ => null });

    /// <summary>An interest's state.</summary>
    public static (string Text, string? Kind) InterestStatus(string status) =>
        (Named("InterestStatus", status), status switch { "submitted" => "warm", "in-dialogue" => "act", "agreed" => "good", _ => null });

    /// <summary>A deal's state.</summary>
    public static (string Text, string? Kind) DealStatus(string status) =>
        (Named("DealStatus", status), status switch { "draft" => "warm", "signed" => "good", "completed" => "act", _ => null });

    /// <summary>A municipality's group, as SKR sorts them.</summary>
    public static string Group(string code) => Named("Group", code);

    /// <summary>An enterprise's profile: published or not.</summary>
    public static string ProfileStatus(string status) => Named("ProfileStatus", status);

    /// <summary>An offer: published or not.</summary>
    public static string OfferStatus(string status) => Named("OfferStatus", status);

    /// <summary>The law's answer for a route.</summary>
    public static (string Text, string? Kind) Answer(string answer) =>
        (Named("Answer", answer is "yes" or "unknown" ? answer : "no"), answer switch { "yes" => "good", "unknown" => "warm", _ => null });

    /// <summary>Whether an enterprise reaches the share that reserving asks for.</summary>
    public static string Share(bool? reached) => Text.Of(reached switch { true => "Words.Share.reached", false => "Words.Share.below", null => "Words.Share.unknown" });

    /// <summary>Codes to choose between, each with its word and, where the word is not plain, a hint.</summary>
    public static Option[] Options(string group, params ReadOnlySpan<string> codes)
    {
        var options = new Option[codes.Length];
        for (var at = 0; at < codes.Length; at++) options[at] = new(codes[at], Named(group, codes[at]), Text.Find($"Words.{group}.{codes[at]}.Hint"));
        return options;
    }

    private static string Named(string group, string code) => Text.Find($"Words.{group}.{code}") ?? code;
}
