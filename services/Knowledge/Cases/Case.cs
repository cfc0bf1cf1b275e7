using Contracts;
using Contracts.Knowledge;
using Contracts.Matchmaking;
using Knowledge.Follow;
using Knowledge.Models;
using Knowledge.Search;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Knowledge.Cases;

/// <summary>
/// What others can learn from a deal (lärande exempel). Both sides write it, both must approve the same text, and the network
/// lead has read it before it is public.
/// </summary>
internal sealed class Case : TellingNoun, ISearchable
{
    private Case() { }

    public Guid Id { get; private init; }
    public string Slug { get; private init; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string Topic { get; private set; } = "procurement";

    /// <summary>A made-up example of the first edition, and shown as such.</summary>
    public bool Fictional { get; private init; }

    public string? MunicipalityCode { get; private init; }
    public string Municipality { get; private set; } = "";
    public string? Profile { get; private set; }
    public Guid? EnterpriseId { get; private init; }
    public string Enterprise { get; private set; } = "";
    public Guid? DealId { get; private init; }

    /// <summary>The shared collaboration that it grew from, when it did not grow from a deal: then there is one side.</summary>
    public Guid? CollaborationId { get; private init; }
    public int DealVersion { get; private set; }
    public List<string> Routes { get; private set; } = [];
    public List<string> CpvCodes { get; private set; } = [];
    public List<string> Dimensions { get; private set; } = [];
    public decimal? ValueSek { get; private set; }
    public decimal? Jobs { get; private set; }
    public int? Year { get; private set; }
    public string BuyerContact { get; private set; } = "";
    public string SupplierContact { get; private set; } = "";
    public List<string> Sources { get; private set; } = [];
    public DateOnly ReviewBy { get; private set; }
    public CaseStatus Status { get; private set; }
    public bool BuyerApproved { get; private set; }
    public bool SupplierApproved { get; private set; }

    /// <summary>What the network lead wants changed, when the case came back.</summary>
    public string? Comment { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }
    public string? SeedMark { get; private set; }

    /// <summary>A draft for both sides of a new deal, its figures filled in.</summary>
    public static Case From(DealChanged deal, string municipality, DateTimeOffset now)
    {
        var draft = new Case
        {
            Id = Guid.CreateVersion7(now),
            Slug = $"affar-{deal.Id:n}",
            MunicipalityCode = deal.MunicipalityCode,
            EnterpriseId = deal.EnterpriseId,
            DealId = deal.Id,
            Title = deal.Title,
            Municipality = municipality,
            Sources = ["Affären som parterna har registrerat"],
            ReviewBy = SwedishTime.DayOf(now).AddYears(1),
        };
        draft.Take(deal);
        draft.Tell("Ett utkast väntar på er berättelse", narrow: false, draft.Sides);
        return draft;
    }

    /// <summary>A draft of a municipality's own about how it works, not about a deal.</summary>
    public static Case From(KnownCollaboration from, string municipality, DateTimeOffset now)
    {
        var draft = new Case
        {
            Id = Guid.CreateVersion7(now),
            Slug = $"samverkan-{from.Id:n}",
            MunicipalityCode = from.MunicipalityCode,
            CollaborationId = from.Id,
            Title = from.Title[..Math.Min(from.Title.Length, 150)],
            Summary = from.Summary[..Math.Min(from.Summary.Length, 400)],
            Municipality = municipality,
            Topic = "collaboration",
            Sources = ["Samverkansstrukturen som kommunen delar"],
            ReviewBy = SwedishTime.DayOf(now).AddYears(1),
        };
        draft.Changed("drafted");
        return draft;
    }

    /// <summary>The deal's newer figures. They are the deal's, so a published case follows them too.</summary>
    public void Take(DealChanged deal)
    {
        if (deal.Version <= DealVersion) return;
        DealVersion = deal.Version;
        // Of a tombstone only identity and version mean anything.
        if (deal.Withdrawn) Status = CaseStatus.Withdrawn;
        else (Enterprise, Routes, CpvCodes, ValueSek, Jobs, Year) = (deal.EnterpriseName, [deal.Route], [.. deal.CpvCodes], deal.AgreedValueSek, deal.ExpectedJobs, deal.SignedOn.Year);
        Changed(deal.Withdrawn ? "withdrawn" : Status == CaseStatus.Published ? "revised" : "drafted");
    }

    /// <summary>An example of the first edition.</summary>
    public static Case FirstEdition(string slug, CaseFacts facts, CaseText text, string mark, DateTimeOffset now)
    {
        var example = new Case { Id = SeedIds.Of("case", slug), Slug = slug, Fictional = true, Status = CaseStatus.Published, PublishedAt = now };
        example.NextEdition(facts, text, mark);
        example.Changed("published");
        return example;
    }

    public void NextEdition(CaseFacts facts, CaseText text, string mark)
    {
        Take(text);
        (Municipality, Profile, Enterprise, Topic) = (facts.Municipality, facts.Profile, facts.Enterprise, facts.Topic);
        (Routes, CpvCodes, Sources) = ([.. facts.Routes], [.. facts.CpvCodes], [.. facts.Sources]);
        (ValueSek, Jobs, Year, SeedMark) = (facts.ValueSek, facts.Jobs, facts.Year, mark);
        Changed("revised");
    }

    /// <summary>A new text needs new approvals.</summary>
    public Error? Revise(CaseText text)
    {
        if (Status != CaseStatus.Draft) return CaseErrors.NotDraft;
        Take(text);
        (BuyerApproved, SupplierApproved, SeedMark) = (false, false, null);
        Changed("drafted");
        return null;
    }

    /// <summary>One side stands behind the text; when both do it goes to the network lead.</summary>
    public Error? Approve(bool asBuyer)
    {
        if (Status != CaseStatus.Draft) return CaseErrors.NotDraft;
        if (Body.Length == 0 || BuyerContact.Length == 0 || (EnterpriseId is not null && SupplierContact.Length == 0)) return CaseErrors.NotWhole;
        if (asBuyer) BuyerApproved = true;
        else SupplierApproved = true;
        if (BuyerApproved && (SupplierApproved || EnterpriseId is null))
        {
            Status = CaseStatus.InReview;
            Tell("Väntar på granskning", narrow: false, [Author.Skr]);
        }
        Changed("approved");
        return null;
    }

    public Error? Publish(DateTimeOffset now)
    {
        if (Status != CaseStatus.InReview) return CaseErrors.NotInReview;
        (Status, PublishedAt, Comment) = (CaseStatus.Published, now, null);
        Changed("published");
        Tell("Nytt lärande exempel", narrow: false);
        return null;
    }

    /// <summary>The network lead sends it back and says why.</summary>
    public Error? SendBack(string comment)
    {
        if (Status != CaseStatus.InReview) return CaseErrors.NotInReview;
        (Status, Comment, BuyerApproved, SupplierApproved) = (CaseStatus.Draft, comment, false, false);
        Changed("sent-back");
        Tell("Kom tillbaka från granskningen med en kommentar", narrow: false, Sides);
        return null;
    }

    public Error? Withdraw()
    {
        if (Status == CaseStatus.Withdrawn) return CaseErrors.Withdrawn;
        (Status, SeedMark) = (CaseStatus.Withdrawn, null);
        Changed("withdrawn");
        return null;
    }

    public SearchText ToSearchText() => new(
        "case", Id, Slug, Title, Summary, [Municipality, Enterprise], Body, Topic, [], Routes, ReviewBy, Status == CaseStatus.Published,
        Status == CaseStatus.Withdrawn ? [] : Sides);

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => PublishedAt is null ? null : Status == CaseStatus.Withdrawn
        ? new CaseChanged(Id, Version, reason, true, "", "", "", Fictional, null, null, null)
        : new CaseChanged(Id, Version, reason, false, Slug, Title, Summary, Fictional, MunicipalityCode, EnterpriseId, DealId);

    private List<string> Sides => [.. new[] { MunicipalityCode, EnterpriseId?.ToString() }.OfType<string>()];

    private void Tell(string what, bool narrow, List<string>? orgs = null) => Tell(Notice.Of("case", Id, what, Title, $"/exempel/{Slug}", narrow, orgs));

    private void Take(CaseText text)
    {
        (Title, Summary, Body, ReviewBy) = (text.Title.Trim(), text.Summary.Trim(), text.Body, text.ReviewBy);
        (BuyerContact, SupplierContact, Dimensions) = (text.BuyerContact.Trim(), text.SupplierContact.Trim(), [.. text.Dimensions]);
    }
}
