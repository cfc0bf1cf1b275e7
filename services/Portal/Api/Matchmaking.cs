using System.Text.Json;

namespace Portal.Api;

/// <summary>A reason for a match or against it.</summary>
/// <param name="Kind">The part of the score that it explains.</param>
/// <param name="Effect">for, against or neutral.</param>
/// <param name="Text">A sentence.</param>
public sealed record Reason(string Kind, string Effect, string Text)
{
    /// <summary>The class of its line in a list of reasons.</summary>
    public string? Mark => Effect switch { "against" => "not", "neutral" => "plain", _ => null };
}

/// <summary>A need and an enterprise that could meet it.</summary>
public sealed record Match(MatchNeed Need, MatchEnterprise Enterprise, MatchOffer Offer, double Score, IReadOnlyDictionary<string, double> Parts, IReadOnlyList<Reason> Reasons);

/// <summary>The need's side.</summary>
public sealed record MatchNeed(Guid Id, string Title, string MunicipalityCode, string? MunicipalityName, DateOnly? AnswerBy);

/// <summary>The enterprise's side.</summary>
public sealed record MatchEnterprise(Guid Id, string Name, string MunicipalityCode, string? MunicipalityName);

/// <summary>The offer.</summary>
public sealed record MatchOffer(Guid Id, string Title);

/// <summary>How many have something of the trade and are not among the matches, and why.</summary>
public sealed record LeftOut(int Area, int Size, int Hidden, int Stale, int LowScore);

/// <summary>A page of matches, and what is not among them.</summary>
public sealed record NeedMatchPage(IReadOnlyList<Match> Items, [property: System.Text.Json.Serialization.JsonPropertyName("_meta")] ListMeta Meta, LeftOut? LeftOut);

/// <summary>The match as it was when the enterprise showed its interest.</summary>
public sealed record MatchThen(double Score, IReadOnlyList<Reason> Reasons);

/// <summary>Somebody who nearly fits.</summary>
public sealed record NearMiss(Match Match, string Missing, string Advice);

/// <summary>Something to change in a profile, about one offer or the whole.</summary>
public sealed record ProfileHint(string Code, Guid? OfferId, string Text);

/// <summary>How a profile does: none, fair or many hits, and what can be changed.</summary>
public sealed record ProfileHints(string Hits, int OpenMatches, int ShownLast30Days, [property: System.Text.Json.Serialization.JsonPropertyName("hints")] IReadOnlyList<ProfileHint> Items);

/// <summary>Enterprises that could meet the need together.</summary>
public sealed record Consortium(IReadOnlyList<Match> Members, string Advice);

/// <summary>Near misses and a consortium.</summary>
public sealed record NearMisses([property: System.Text.Json.Serialization.JsonPropertyName("nearMisses")] IReadOnlyList<NearMiss> Items, Consortium? Consortium);

/// <summary>An interest: an enterprise's answer to a need. Not a bid.</summary>
public sealed record Interest(
    Guid Id, int Version, string Status, Guid NeedId, string? NeedTitle, string MunicipalityCode, Guid EnterpriseId, string? EnterpriseName, string Message,
    string? Contact, string? Answer, string? NoDealReason, bool? OtherAgrees, MatchThen? Match, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt)
{
    /// <summary>True while it may lead to something.</summary>
    public bool IsOpen => Status is "submitted" or "in-dialogue";
}

/// <summary>A question to a need, open to all.</summary>
public sealed record Question(Guid Id, int Version, Guid NeedId, string Text, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt, bool Mine);

/// <summary>A dialogue before a purchase, noted for all.</summary>
public sealed record DialogueMeeting(Guid Id, Guid NeedId, string Kind, DateOnly HeldOn, IReadOnlyList<string> Participants, string Notes);

/// <summary>A deal.</summary>
public sealed record Deal(
    Guid Id, int Version, string Status, Guid NeedId, Guid? InterestId, string Title, IReadOnlyList<string> CpvCodes, string MunicipalityCode, Guid EnterpriseId,
    string EnterpriseName, string? AgreementType, string? Route, decimal? AgreedValueSek, decimal? ExpectedJobs, int? ExpectedPlacements, DateOnly? SignedOn,
    DateOnly? StartsOn, DateOnly? EndsOn, int FollowUpMonths, DateOnly? ClosedOn, string? ClosedBecause, bool? SupplierAgrees, string? SupplierComment,
    DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, IReadOnlyList<DealDuty> Duties, bool Demonstration = false)
{
    /// <summary>What has a last day set by the signing, the nearest first.</summary>
    public IEnumerable<DealDuty> Due => Duties.Where(duty => duty is { DueOn: not null, Id: "DOCUMENT" or "AFTER_NOTICE" }).OrderBy(duty => duty.DueOn);
}

/// <summary>What a signed deal asks of its buyer, by the rules of the day when it was signed.</summary>
public sealed record DealDuty(string Id, string Paragraph, string Text, string Owed, DateOnly? DueOn, DateOnly? BatchedDueOn, Limit? Limit);

/// <summary>What a deal is signed on.</summary>
public sealed record DealTerms(
    string? AgreementType, string Route, decimal? AgreedValueSek, decimal? ExpectedJobs, int? ExpectedPlacements, DateOnly? SignedOn, DateOnly? StartsOn,
    DateOnly? EndsOn, int? FollowUpMonths);

/// <summary>Counts of people, never anything about one of them; null is what was not told.</summary>
public sealed record PeopleCounts(int? EmployedWomen, int? EmployedMen, int? TrainingWomen, int? TrainingMen, int? PracticeWomen, int? PracticeMen, int? ToWork, int? ToStudies);

/// <summary>A follow-up of a deal.</summary>
public sealed record FollowUp(Guid Id, Guid DealId, string By, DateOnly On, decimal? InvoicedSek, decimal? Jobs, PeopleCounts? People, string? Note, DateTimeOffset NotedAt);

/// <summary>A limit in law.</summary>
public sealed record Limit(string Code, string Name, string Operator, decimal AmountSek, string Paragraph, DateOnly ValidFrom, DateOnly? ValidTo, string Source);

/// <summary>What follows with a route.</summary>
public sealed record Duty(string Id, string Paragraph, string Text, Limit? Limit);

/// <summary>What is not known.</summary>
public sealed record OpenQuestion(string What, string HowToFindOut);

/// <summary>A route and what the law says about it here.</summary>
public sealed record RouteResult(
    string Route, string Name, string Answer, string Reason, IReadOnlyList<string> Citations, IReadOnlyList<Limit> Limits, IReadOnlyList<Duty> Duties,
    IReadOnlyList<OpenQuestion> Unknowns, IReadOnlyList<string> Notes);

/// <summary>The value that the limits are held against.</summary>
public sealed record AssessedValue(decimal LowSek, decimal? HighSek, string Class, IReadOnlyList<string> Citations, IReadOnlyList<string> Notes);

/// <summary>A vägval.</summary>
public sealed record Assessment(DateOnly? ValueDate, AssessedValue Value, IReadOnlyList<string> RuleVersions, IReadOnlyList<string> UnknownCodes, IReadOnlyList<RouteResult> Routes);

/// <summary>A vägval that is kept with a deal.</summary>
public sealed record KeptAssessment(Guid Id, Guid DealId, DateTimeOffset AssessedAt, string AssessedBy, JsonElement Facts, Assessment Result, IReadOnlyList<string> ChangedRoutes);

/// <summary>A need without a deal, whose routes are no longer those of the day when it was published.</summary>
public sealed record ChangedNeed(Guid NeedId, string Title, DateOnly PublishedOn, IReadOnlyList<ChangedRoute> ChangedRoutes);

/// <summary>A route's answer then and now.</summary>
public sealed record ChangedRoute(string Code, string Then, string Now);

/// <summary>What the rules now in force answer otherwise.</summary>
public sealed record ChangedAnswers(IReadOnlyList<KeptAssessment> Items, IReadOnlyList<ChangedNeed> Needs);

/// <summary>A CPV code and what it is called, where that is known.</summary>
public sealed record CodeName(string Code, string? Label);

/// <summary>A trade that a text is about.</summary>
public sealed record Trade(string Key, string Name, string? CpvCode, double Share, IReadOnlyList<string> Because);

/// <summary>A list without pages.</summary>
public sealed record ListOf<T>(IReadOnlyList<T> Items);

/// <summary>The service Matchmaking.</summary>
public static class Matchmaking
{
    private const string Root = "/matchmaking/v1";

    /// <summary>Who could meet a need.</summary>
    public static Task<Part<NeedMatchPage>> NeedMatches(this ApiClient api, Guid need, int page = 1, int limit = 10) => api.Get<NeedMatchPage>($"{Root}/needs/{need}/matches?limit={limit}&page={page}");

    /// <summary>Who nearly could, and who could together.</summary>
    public static Task<Part<NearMisses>> NeedNearMisses(this ApiClient api, Guid need) => api.Get<NearMisses>($"{Root}/needs/{need}/near-misses");

    /// <summary>Which needs an enterprise could meet.</summary>
    public static Task<Part<PageOf<Match>>> EnterpriseMatches(this ApiClient api, Guid enterprise, int page = 1, int limit = 20) => api.Get<PageOf<Match>>($"{Root}/enterprises/{enterprise}/matches?limit={limit}&page={page}");

    /// <summary>Which it nearly could.</summary>
    public static Task<Part<NearMisses>> EnterpriseNearMisses(this ApiClient api, Guid enterprise) => api.Get<NearMisses>($"{Root}/enterprises/{enterprise}/near-misses");

    /// <summary>What an enterprise can change in its profile when it gets no hits or too many.</summary>
    public static Task<Part<ProfileHints>> EnterpriseHints(this ApiClient api, Guid enterprise) => api.Get<ProfileHints>($"{Root}/enterprises/{enterprise}/hints");

    /// <summary>Own interests: those sent, or those received.</summary>
    public static Task<Part<PageOf<Interest>>> ListInterests(this ApiClient api, Guid? need = null, string? status = null, int page = 1, int limit = 50) =>
        api.Get<PageOf<Interest>>(Query.Of($"{Root}/interests", ("needId", need), ("status", status), ("page", page), ("limit", limit)));

    /// <summary>One interest.</summary>
    public static Task<Part<Interest>> GetInterest(this ApiClient api, Guid id) => api.Get<Interest>($"{Root}/interests/{id}");

    /// <summary>A step of an interest: dialogue, refusal, withdrawal, confirmation.</summary>
    public static Task<Outcome<Interest>> MoveInterest(this ApiClient api, Guid id, int version, string step, string key, object? body = null) =>
        api.Send<Interest>(HttpMethod.Post, $"{Root}/interests/{id}/{step}", body, version, key);

    /// <summary>Questions and answers of a need.</summary>
    public static Task<Part<PageOf<Question>>> ListQuestions(this ApiClient api, Guid need) => api.Get<PageOf<Question>>($"{Root}/needs/{need}/questions?limit=100");

    /// <summary>Own deals.</summary>
    public static Task<Part<PageOf<Deal>>> ListDeals(this ApiClient api, Guid? need = null, string? status = null, bool? due = null, int page = 1, int limit = 20) =>
        api.Get<PageOf<Deal>>(Query.Of($"{Root}/deals", ("needId", need), ("status", status), ("followUpDue", due), ("page", page), ("limit", limit)));

    /// <summary>One deal.</summary>
    public static Task<Part<Deal>> GetDeal(this ApiClient api, Guid id) => api.Get<Deal>($"{Root}/deals/{id}");

    /// <summary>A step of a deal: signature, completion, termination, confirmation, withdrawal.</summary>
    public static Task<Outcome<Deal>> MoveDeal(this ApiClient api, Guid id, int version, string step, string key, object? body = null) =>
        api.Send<Deal>(HttpMethod.Post, $"{Root}/deals/{id}/{step}", body, version, key);

    /// <summary>What the rules now in force answer otherwise for the own municipality.</summary>
    public static Task<Part<ChangedAnswers>> ListChangedAnswers(this ApiClient api) => api.Get<ChangedAnswers>($"{Root}/route-assessments/changed");

    /// <summary>CPV codes with what they are called; the codes alone when nobody can say.</summary>
    public static async Task<IReadOnlyList<string>> NameCodes(this ApiClient api, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0) return codes;
        var named = (await api.Get<ListOf<CodeName>>(Query.Of($"{Root}/cpv-labels", [.. codes.Select(code => ("code", (object?)code))]))).Value?.Items;
        return [.. codes.Select(code => named?.FirstOrDefault(name => name.Code == code)?.Label is { } label ? $"{code} {label}" : code)];
    }

    /// <summary>The legal routes of a need.</summary>
    public static Task<Outcome<Assessment>> Assess(this ApiClient api, object input) => api.Send<Assessment>(HttpMethod.Post, $"{Root}/route-assessments", input);

    /// <summary>The trades that a text is about.</summary>
    public static Task<Outcome<ListOf<Trade>>> ReadTrades(this ApiClient api, string text) => api.Send<ListOf<Trade>>(HttpMethod.Post, $"{Root}/trade-readings", new { text });
}
