using Contracts;
using Contracts.Municipalities;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

/// <summary>
/// A municipality's collaboration structure. It is the municipality's own until it is shared; a shared one may be published as a
/// model, which others adopt as their start and later compare with.
/// </summary>
internal sealed class Collaboration : Noun
{
    private Collaboration() { }

    public Guid Id { get; private set; }
    public string MunicipalityCode { get; private set; } = "";
    public CollaborationContent Content { get; private set; } = new();
    public bool IsShared { get; private set; }
    public bool IsModel { get; private set; }
    public bool IsWithdrawn { get; private set; }

    /// <summary>The model that it started from, and the version of it that was last taken or looked at.</summary>
    public Guid? OriginId { get; private set; }

    public int? OriginVersion { get; private set; }
    public Verdict Sustainable { get; private set; } = Verdict.Unknown;
    public DateOnly? SustainableCheckedOn { get; private set; }

    /// <summary>The checks that have been made, the oldest first.</summary>
    public IReadOnlyList<SustainabilityCheck> Checks { get; private set; } = [];

    /// <summary>What it has led to, in the municipality's own words.</summary>
    public string? Results { get; private set; }

    /// <summary>True when others have been told of it, and must be told when it is no longer shared.</summary>
    public bool Told { get; private set; }

    /// <summary>Made up, for the demonstration.</summary>
    public bool Demonstration { get; private set; }

    public static Collaboration Begin(Guid id, string municipality, CollaborationContent content, bool demonstration = false)
    {
        var begun = new Collaboration { Id = id, MunicipalityCode = municipality, Content = content, Demonstration = demonstration };
        begun.Changed("begun");
        return begun;
    }

    /// <summary>Starts from another municipality's model. What is the origin's alone – its board, decisions, dates – is left behind.</summary>
    public static (Collaboration? Adopted, Error? Error) Adopt(Guid id, string municipality, Collaboration origin)
    {
        if (!origin.IsModel || origin.IsWithdrawn) return (null, CollaborationErrors.NotAModel);
        if (origin.MunicipalityCode == municipality) return (null, CollaborationErrors.OwnModel);
        var adopted = Begin(id, municipality, CollaborationFields.WithoutTheirOwn(origin.Content));
        (adopted.OriginId, adopted.OriginVersion) = (origin.Id, origin.Version);
        adopted.Changed("adopted");
        return (adopted, null);
    }

    public Error? Revise(CollaborationContent content)
    {
        if (IsWithdrawn) return CollaborationErrors.Withdrawn;
        Content = content;
        Changed("revised");
        return null;
    }

    public Error? Share(bool shared, bool model)
    {
        if (IsWithdrawn) return CollaborationErrors.Withdrawn;
        if (model && !shared) return CollaborationErrors.ModelNotShared;
        var reason = model && !IsModel ? "published-as-model" : "shared";
        (IsShared, IsModel, Told) = (shared, model, Told || shared);
        Changed(shared ? reason : "withdrawn");
        return null;
    }

    /// <summary>Notes that the origin has been looked at in a version, and takes what is wanted of it.</summary>
    /// <param name="origin">The origin as it is now.</param>
    /// <param name="fields">Names of the fields to take.</param>
    public Error? TakeFrom(Collaboration origin, IReadOnlyList<string> fields)
    {
        if (IsWithdrawn) return CollaborationErrors.Withdrawn;
        if (OriginId != origin.Id) return CollaborationErrors.NoOrigin;
        var content = Content;
        foreach (var name in fields)
        {
            if (CollaborationFields.Find(name) is not { } field) return CollaborationErrors.UnknownField;
            content = field.Take(content, origin.Content);
        }
        (Content, OriginVersion) = (content, origin.Version);
        Changed("revised");
        return null;
    }

    public Error? TellResults(string? results)
    {
        if (IsWithdrawn) return CollaborationErrors.Withdrawn;
        Results = results?.Trim();
        Changed("results-told");
        return null;
    }

    public Error? Check(Judgement judgement, DateOnly today)
    {
        if (IsWithdrawn) return CollaborationErrors.Withdrawn;
        Checks = [.. Checks, new SustainabilityCheck(SustainabilityRule.DueKind(this, today) ?? CheckKind.Asked, today, judgement.Answer)];
        (Sustainable, SustainableCheckedOn) = (judgement.Answer, today);
        Changed("checked");
        return null;
    }

    public Error? Withdraw()
    {
        if (IsWithdrawn) return CollaborationErrors.Withdrawn;
        (IsWithdrawn, IsShared, IsModel) = (true, false, false);
        Changed("withdrawn");
        return null;
    }

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => !Told ? null : new CollaborationChanged(
        Id, Version, reason, Withdrawn: !IsShared, MunicipalityCode, IsShared ? Content.Title : "", IsShared ? Content.Summary : "", IsModel,
        OriginId, OriginVersion, Kebab.Of(Sustainable), SustainableCheckedOn, IsShared ? Results : null);
}

/// <summary>The content of a collaboration in one of its versions.</summary>
internal sealed class CollaborationRevision
{
    public Guid CollaborationId { get; init; }
    public int Version { get; init; }
    public DateTimeOffset At { get; init; }
    public CollaborationContent Content { get; init; } = new();
}
