using Portal.Api;
using Portal.Components;

namespace Portal.Pages.Development;

/// <summary>A collaboration as the fields of a form, and back.</summary>
internal static class CollaborationForm
{
    private const int Most = 29, HalfAYear = 6, AYear = 12;

    /// <summary>Puts what is saved into the form.</summary>
    public static void Fill(FormState form, CollaborationContent it)
    {
        (form["title"], form["summary"], form["board"], form["steeringGroup"], form["experiences"]) = (it.Title, it.Summary, it.Board ?? "", it.SteeringGroup ?? "", it.Experiences ?? "");
        (form["network"], form["supportActors"], form["projectEndsOn"]) = (string.Join('\n', it.Network), string.Join('\n', it.SupportActors), Show.Iso(it.ProjectEndsOn));
        (form["coordinator.post"], form["coordinator.placement"], form["coordinator.percent"]) = (it.Coordinator?.Post ?? "", it.Coordinator?.Placement ?? "", $"{it.Coordinator?.Percent}");
        foreach (var (one, row) in it.Decisions.Select((one, row) => (one, $"decisions[{row}]")))
            (form[$"{row}.what"], form[$"{row}.reference"], form[$"{row}.on"]) = (one.What, one.Reference ?? "", Show.Iso(one.On));
        foreach (var (one, row) in it.Roles.Select((one, row) => (one, $"roles[{row}]")))
            (form[$"{row}.role"], form[$"{row}.holder"]) = (one.Role, one.Holder);
        foreach (var (one, row) in it.SteeringDocuments.Select((one, row) => (one, $"steeringDocuments[{row}]")))
            (form[$"{row}.title"], form[$"{row}.address"], form[$"{row}.validUntil"]) = (one.Title, one.Address ?? "", Show.Iso(one.ValidUntil));
        if (it.DialogueForum is { } forum) (form["dialogueForum.form"], form["dialogueForum.everyMonths"], form["dialogueForum.nextOn"]) = (forum.Form, $"{forum.EveryMonths}", Show.Iso(forum.NextOn));
        if (it.Purchasing is { } purchasing)
            (form["purchasing.routine"], form["purchasing.guidelinesMentionSocialEnterprises"]) =
                (purchasing.Routine, purchasing.GuidelinesMentionSocialEnterprises switch { true => "ja", false => "nej", null => "" });
        if (it.FollowUp is { } plan) (form["followUp.indicators"], form["followUp.everyMonths"], form["followUp.nextOn"]) = (string.Join('\n', plan.Indicators), $"{plan.EveryMonths}", Show.Iso(plan.NextOn));
    }

    /// <summary>Moves the filled rows of each list together.</summary>
    /// <returns>How many rows of each are filled.</returns>
    public static (int Decisions, int Roles, int Documents) Gather(FormState form) =>
        (FormRows.Gather(form, "decisions", Most, ["what", "reference", "on"]), FormRows.Gather(form, "roles", Most, ["role", "holder"]), FormRows.Gather(form, "steeringDocuments", Most, ["title", "address", "validUntil"]));

    /// <summary>What the form says; a group without its main field is not described.</summary>
    public static CollaborationContent Read(FormState form, int decisions, int roles, int documents) => new(
        form["title"], form["summary"], form.Text("board"),
        [.. Rows("decisions", decisions).Select(row => new Decision(form[$"{row}.what"], form.Text($"{row}.reference"), form.Date($"{row}.on")))],
        form.Text("coordinator.post") is { } post ? new Coordinator(post, form.Text("coordinator.placement"), form.Whole("coordinator.percent")) : null,
        [.. Rows("roles", roles).Select(row => new RoleHolder(form[$"{row}.role"], form[$"{row}.holder"]))],
        CollaborationWords.Lines(form["network"]), form.Text("steeringGroup"),
        [.. Rows("steeringDocuments", documents).Select(row => new SteeringDocument(form[$"{row}.title"], form.Text($"{row}.address"), form.Date($"{row}.validUntil")))],
        form.Text("dialogueForum.form") is { } forum ? new DialogueForum(forum, form.Whole("dialogueForum.everyMonths") ?? HalfAYear, form.Date("dialogueForum.nextOn")) : null,
        form.Text("purchasing.routine") is { } routine ? new PurchasingRoutine(routine, form.YesNo("purchasing.guidelinesMentionSocialEnterprises")) : null,
        CollaborationWords.Lines(form["supportActors"]),
        CollaborationWords.Lines(form["followUp.indicators"]) is { Count: > 0 } indicators ? new FollowUpPlan(indicators, form.Whole("followUp.everyMonths") ?? AYear, form.Date("followUp.nextOn")) : null,
        form.Text("experiences"), form.Date("projectEndsOn"));

    private static IEnumerable<string> Rows(string list, int filled) => Enumerable.Range(0, filled).Select(row => $"{list}[{row}]");
}
