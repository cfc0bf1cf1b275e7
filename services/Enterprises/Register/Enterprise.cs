using Contracts;
using Contracts.Enterprises;
using Enterprises.Offers;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Enterprises.Register;

/// <summary>Where a profile is in its life.</summary>
public enum EnterpriseStatus
{
    /// <summary>Seen by the enterprise alone.</summary>
    Draft,

    /// <summary>Seen by all, unless suspended by a complaint or hidden since nobody has confirmed it for long.</summary>
    Published,

    /// <summary>Taken back; it may be published again.</summary>
    Withdrawn,
}

/// <summary>A social enterprise with its offers and what is claimed about it. Each rule changes it or names why it may not.</summary>
internal sealed partial class Enterprise : Noun
{
    private Enterprise() { }

    public Guid Id { get; private set; }
    public string OrganisationNumber { get; private set; } = "";

    /// <summary>Name of the unit when the profile is a part of a larger legal person; empty for the whole.</summary>
    public string Part { get; private set; } = "";

    public LegalForm LegalForm { get; private set; }
    public EnterpriseStatus Status { get; private set; }
    public string Name { get; private set; } = "";
    public string MunicipalityCode { get; private set; } = "";
    public string Presentation { get; private set; } = "";
    public string? Website { get; private set; }
    public int? Employed { get; private set; }
    public int? EmployedFromTargetGroup { get; private set; }
    public DateOnly? CountedOn { get; private set; }
    public List<string> TargetGroups { get; private set; } = [];
    public string? ContactName { get; private set; }
    public string? ContactEmail { get; private set; }
    public string? ContactPhone { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Begins a profile, which is a draft.</summary>
    public static (Enterprise? Enterprise, Error? Error) Register(
        Guid id, OrganisationNumber number, LegalForm form, string? part, EnterpriseContent content, DateTimeOffset now)
    {
        if (!number.Fits(form)) return (null, EnterpriseErrors.FormAndNumberDiffer);
        var enterprise = new Enterprise { Id = id, OrganisationNumber = number.Digits, LegalForm = form, Part = part?.Trim() ?? "", ConfirmedAt = now };
        if (enterprise.Take(content, now) is { } error) return (null, error);
        enterprise.Changed("registered");
        return (enterprise, null);
    }

    /// <summary>Says something else. Who rewrites the profile has seen it, so that confirms it too.</summary>
    public Error? Revise(EnterpriseContent content, DateTimeOffset now)
    {
        if (Take(content, now) is { } error) return error;
        Refresh(now);
        Changed("revised");
        return null;
    }

    public Error? Publish(DateTimeOffset now)
    {
        if (Status is EnterpriseStatus.Published) return EnterpriseErrors.AlreadyPublished;
        Status = EnterpriseStatus.Published;
        PublishedAt ??= now;
        Refresh(now);
        Changed("published");
        return null;
    }

    public Error? Withdraw()
    {
        if (Status is EnterpriseStatus.Withdrawn) return EnterpriseErrors.AlreadyWithdrawn;
        Status = EnterpriseStatus.Withdrawn;
        Changed("withdrawn");
        return null;
    }

    private Error? Take(EnterpriseContent content, DateTimeOffset now)
    {
        if (content.Workforce?.CountedOn > SwedishTime.DayOf(now)) return EnterpriseErrors.CountedInFuture;
        (Name, MunicipalityCode, Presentation, Website) = (content.Name.Trim(), content.MunicipalityCode, content.Presentation.Trim(), content.Website);
        (Employed, EmployedFromTargetGroup, CountedOn) = (content.Workforce?.Employed, content.Workforce?.EmployedFromTargetGroup, content.Workforce?.CountedOn);
        (ContactName, ContactEmail, ContactPhone) = (content.Contact?.Name, content.Contact?.Email, content.Contact?.Phone);
        TargetGroups = [.. content.TargetGroups];
        return null;
    }

    /// <summary>
    /// So few work there that to tell which target groups they come from is to tell of one person's health: then nobody but the enterprise sees
    /// groups and counts. Whether the share is reached says nothing of anyone.
    /// </summary>
    public bool TooFew => LegalForm is LegalForm.SoleTrader || Employed < FewestTold;

    private const int FewestTold = 5;

    /// <summary>Seen by all.</summary>
    public bool IsPublic => Status is EnterpriseStatus.Published && !Suspended && !Hidden;

    /// <summary>
    /// Null for what concerns drafts only. A profile that is out of sight leaves a tombstone without its name, because the feed is public and
    /// the name of a sole trader is a person's.
    /// </summary>
    protected override INounChanged? ToEvent(string reason) => PublishedAt is null || reason == OfferDrafted ? null : new EnterpriseChanged(
        Id, Version, reason, !IsPublic, IsPublic ? Name : "", IsPublic && LegalForm is not LegalForm.SoleTrader ? OrganisationNumber : null, Kebab.Of(LegalForm),
        IsPublic ? Kinds() : [], MunicipalityCode, IsPublic ? Presentation : "", IsPublic && !TooFew ? Employed : null, IsPublic && !TooFew ? EmployedFromTargetGroup : null,
        IsPublic && !TooFew ? TargetGroups : [], IsPublic ? Registered() : null, ConfirmedAt,
        IsPublic ? [.. offers.Where(offer => offer.Status is OfferStatus.Published).OrderBy(offer => offer.Id).Select(offer => offer.ToState())] : []);
}
