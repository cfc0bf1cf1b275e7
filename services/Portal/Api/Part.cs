using Portal.Texts;

namespace Portal.Api;

/// <summary>How it went to get a part of a page.</summary>
public enum PartState
{
    /// <summary>Not here yet: the page is drawn once before its parts have come, and nobody sees that.</summary>
    Pending,

    /// <summary>Here.</summary>
    Here,

    /// <summary>There is no such thing, or it is not for this person.</summary>
    Missing,

    /// <summary>Not for this person, or asked in a way that the service does not take.</summary>
    Refused,

    /// <summary>The service does not answer now.</summary>
    Unavailable,
}

/// <summary>A part of a page, from one service.</summary>
/// <param name="Value">What came, when it came.</param>
/// <param name="State">How it went.</param>
public readonly record struct Part<T>(T? Value, PartState State)
{
    /// <summary>True when it came.</summary>
    public bool IsHere => State == PartState.Here && Value is not null;
}

/// <summary>What a write led to: the new state, or a problem.</summary>
/// <param name="Value">What the service answered.</param>
/// <param name="Problem">What stood in the way, or null.</param>
public readonly record struct Outcome<T>(T? Value, Problem? Problem)
{
    /// <summary>True when it was done.</summary>
    public bool Done => Problem is null;
}

/// <summary>A problem (RFC 9457) as the services tell it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What is wrong, a Swedish sentence.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="InvalidParameters">The members at fault.</param>
/// <param name="Type">The stable name.</param>
public sealed record Problem(int Status, string? Title, string? Detail, IReadOnlyList<InvalidMember>? InvalidParameters, string? Type)
{
    private const string Silent = "silent";

    /// <summary>When nobody answered.</summary>
    public static Problem NoAnswer => new(503, Text.Of("Common.Silent"), Text.Of("Common.Silent.More"), null, Silent);

    /// <summary>Somebody else has changed it since it was read.</summary>
    public bool IsStale => Ends("/stale") || Ends("/race");

    /// <summary>The same request, sent before, is still being dealt with.</summary>
    public bool IsBusy => Status == 409 && Ends("/in-progress");

    /// <summary>Nobody knows whether what was sent has been saved: sent again with the same key it is saved once.</summary>
    public bool IsUnsure => Status >= 500 || IsBusy;

    /// <summary>The problem with a member by another name: what the form calls it.</summary>
    public Problem Called(string member, string field) =>
        this with { InvalidParameters = [.. (InvalidParameters ?? []).Select(one => one.Name == member ? one with { Name = field } : one)] };

    /// <summary>The sentence is the service's own, in Swedish, and not one of the portal's in the page's language.</summary>
    public bool IsServed => !IsStale && Status != 429 && Type != Silent;

    /// <summary>For people who see no field to correct.</summary>
    public string Sentence => Status switch
    {
        401 => Text.Of("Common.SignedOut"),
        409 when IsBusy => Text.Of("Common.Busy"),
        409 or 412 when IsStale => Text.Of("Common.Stale"),
        422 when Ends("/key-reused") => Text.Of("Common.KeyReused"),
        428 => Text.Of("Common.NoVersion"),
        429 => Text.Of("Common.TooMany"),
        _ => Detail is { Length: > 0 } && Detail != Title ? $"{Title}. {Detail}" : $"{Title}.",
    };

    private bool Ends(string name) => Type?.EndsWith(name, StringComparison.Ordinal) == true;
}

/// <summary>A member at fault.</summary>
/// <param name="Name">As sent, nested with dots.</param>
/// <param name="Reason">What is wrong with it, in Swedish.</param>
public sealed record InvalidMember(string Name, string Reason);

/// <summary>A page of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Meta">Where in the list it is.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, [property: System.Text.Json.Serialization.JsonPropertyName("_meta")] ListMeta Meta);

/// <summary>Where in the list a page is.</summary>
/// <param name="Limit">Items a page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Count">Items on this page.</param>
/// <param name="TotalRecords">Items in all.</param>
public sealed record ListMeta(int Limit, int Page, int Count, int TotalRecords);
