namespace Portal.Api;

/// <summary>A dimension against earlier.</summary>
public sealed record ReportDimension(string Code, string Name, double? Now, double? Before, double? First, double? Change);

/// <summary>The journey in figures, with the open actions that come first.</summary>
public sealed record ReportJourney(
    DateOnly StartedOn, DateOnly ProgressOn, int Goals, int GoalsReached, int OpenActions, int DoneActions, int OverdueActions, IReadOnlyList<ActionContent> Next);

/// <summary>A collaboration: yes, no or unknown.</summary>
public sealed record ReportCollaboration(Guid Id, string Title, string Sustainable, DateOnly? CheckedOn, IReadOnlyList<string> Missing, string? Results);

/// <summary>An agreement in force.</summary>
public sealed record ReportAgreement(Guid Id, string Kind, string Title, IReadOnlyList<string> Parties, DateOnly? EndsOn, DateOnly ReviewOn, bool Overdue);

/// <summary>Help between municipalities.</summary>
public sealed record ReportMentorships(int Received, int Given);

/// <summary>What fits on one page to the board.</summary>
public sealed record BoardReport(
    DateOnly AsOf, MunicipalityContext Context, string? BaselineTitle, DateOnly? BaselineClosedOn, IReadOnlyList<ReportDimension> Dimensions, IReadOnlyList<SupportWish> SupportWishes,
    ReportJourney? Journey, string? NextStep, IReadOnlyList<ReportCollaboration> Collaborations, IReadOnlyList<ReportAgreement> Agreements, ReportMentorships Mentorships);

/// <summary>The service Municipalities: the report.</summary>
public static class BoardReports
{
    /// <summary>A municipality's report.</summary>
    public static Task<Part<BoardReport>> GetReport(this ApiClient api, string municipality) => api.Get<BoardReport>($"/municipalities/v1/municipalities/{municipality}/report");
}
