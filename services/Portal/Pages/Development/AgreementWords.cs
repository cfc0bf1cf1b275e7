using Portal.Api;
using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Development;

/// <summary>How an agreement is said, and how it is read from a form.</summary>
internal static class AgreementWords
{
    /// <summary>How many other parties a form has room for.</summary>
    public const int MostParties = 29;

    /// <summary>Kinds of agreement.</summary>
    public static Option[] Kinds =>
    [
        new("public-partnership", Text.Of("Development.Kind.public-partnership"), Text.Of("Development.Kind.public-partnership.More")),
        new("letter-of-intent", Text.Of("Development.Kind.letter-of-intent"), Text.Of("Development.Kind.letter-of-intent.More")), new("cooperation", Text.Of("Development.Kind.cooperation"), Text.Of("Development.Kind.cooperation.More")),
    ];

    /// <summary>Kinds of parties.</summary>
    public static Option[] Parties =>
    [
        new("civil-society", Text.Of("Development.Party.civil-society")), new("social-enterprise", Text.Of("Development.Party.social-enterprise")), new("municipality", Text.Of("Development.Party.municipality")), new("region", Text.Of("Development.Party.region")), new("agency", Text.Of("Development.Party.agency")), new("other", Text.Of("Development.Party.other")),
    ];

    /// <summary>Where it stands, and its colour.</summary>
    public static (string Text, string? Kind) Status(string status) => status switch { "draft" => (Text.Of("Development.Agreement.State.draft"), "warm"), "in-force" => (Text.Of("Development.Agreement.State.in-force"), "good"), _ => (Text.Of("Development.Agreement.State.ended"), null) };

    /// <summary>Puts what is saved into the form.</summary>
    public static void Fill(FormState form, AgreementContent it)
    {
        (form["kind"], form["title"], form["purpose"], form["contributions"], form["reference"]) = (it.Kind ?? "", it.Title, it.Purpose, it.Contributions ?? "", it.Reference ?? "");
        (form["startsOn"], form["endsOn"], form["reviewOn"]) = (Show.Iso(it.StartsOn), Show.Iso(it.EndsOn), Show.Iso(it.ReviewOn));
        foreach (var (party, row) in it.Parties.Select((party, row) => (party, $"parties[{row}]"))) (form[$"{row}.name"], form[$"{row}.kind"]) = (party.Name, party.Kind);
    }

    /// <summary>What the form says.</summary>
    public static AgreementContent Read(FormState form, int parties) => new(
        form.Text("kind"), form["title"], [.. Enumerable.Range(0, parties).Select(row => new Party(form[$"parties[{row}].name"], form.Text($"parties[{row}].kind") ?? "civil-society", null))],
        form["purpose"], form.Text("contributions"), form.Date("startsOn"), form.Date("endsOn"), form.Date("reviewOn"), form.Text("reference"));
}
