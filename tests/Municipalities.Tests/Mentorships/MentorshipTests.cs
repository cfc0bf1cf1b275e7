using System.Net;
using Microsoft.EntityFrameworkCore;
using Municipalities.Mentorships;
using Municipalities.Tests.Baselines;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Mentorships;

/// <summary>Who could help, and the help itself. A host of its own, so that nobody else's shared baselines are among the candidates.</summary>
public sealed class MentorshipTests(Service service) : IAsyncLifetime
{
    private const string Address = "/municipalities/v1/mentorships";
    private static readonly int?[] Low = [3, 1, 3, 3, 3, 3, 3, 3];
    private ServiceHost<Program> host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await service.StartAsync();
        await Service.SeedAsync(host);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private HttpClient Lead(string code) => host.As(Roles.DevelopmentLead, code);

    private static int?[] Coordination(int level) => [3, level, 3, 3, 3, 3, 3, 3];

    [Fact]
    public async Task Two_like_municipalities_two_levels_higher_and_willing_are_found_by_what_they_share()
    {
        // Härjedalen is C9. Malung-Sälen and Åre are too; Berg is C8, nearest and highest; the others each lack something.
        await Lead("2361").AssessedAsync(Low);
        await Lead("2321").AssessedAsync(Coordination(3), willing: true);
        await Lead("2326").AssessedAsync(Coordination(5), willing: true);
        await Lead("2023").AssessedAsync(Coordination(3), willing: true);
        await Lead("1280").AssessedAsync(Coordination(5), willing: true);
        await Lead("2309").AssessedAsync(Coordination(2), willing: true);
        await Lead("2303").AssessedAsync(Coordination(5), willing: false);
        var hidden = await Lead("2313").AssessedAsync(Coordination(5), willing: true);
        await Lead("2313").ShareRoundAsync(hidden, willing: true, "anchoring");

        var found = await (await Lead("2361").GetAsync("/municipalities/v1/municipalities/2361/mentors")).ReadAsync<FindMentors.Response>();

        Assert.Equal(("coordination", 1m), (found.Dimension, found.Level));
        // The most alike come first, not the one with the highest level.
        Assert.Equal(["Malung-Sälen", "Åre"], found.Mentors.Select(mentor => mentor.Name));
        Assert.StartsWith("Samma kommungrupp som ni (C9)", found.Mentors[0].Reason, StringComparison.Ordinal);
        Assert.Contains("Nivå 3,0 i samordning mot er 1,0", found.Mentors[0].Reason, StringComparison.Ordinal);
        await (await Lead("2321").GetAsync("/municipalities/v1/municipalities/2361/mentors")).ReadProblemAsync(404, "municipality/not-found");
        await (await Lead("2361").GetAsync("/municipalities/v1/municipalities/2361/mentors?dimension=mod")).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task Help_is_asked_for_given_noted_and_ended_with_an_outcome()
    {
        await Lead("2321").AssessedAsync(Coordination(4), willing: true);
        var (asking, mentor) = (Lead("2361"), Lead("2321"));
        var row = await Request(asking, "2321");
        Assert.Equal(MentorshipStatus.Requested, row.Status);
        await Refused(asking, row, "acceptance", new { }, 403, "mentorship/not-the-mentor");
        await Refused(mentor, row, "withdrawal", null, 403, "mentorship/not-the-asking");
        await Refused(mentor, row, "notes", new { on = "2026-12-01", text = "För tidigt" }, 409, "mentorship/not-accepted");
        row = await Moved(mentor, row, "acceptance", new { text = "Gärna, vi ringer på torsdag." });
        await Refused(asking, row, "withdrawal", null, 409, "mentorship/not-requested");
        await Refused(asking, row, "conclusion", new { outcome = "helped", text = "Klart." }, 409, "mentorship/no-conversation");
        row = await Moved(mentor, row, "notes", new { on = "2026-12-01", text = "Berättade hur samordnaren fick tid i budgeten." });
        row = await Moved(asking, row, "notes", new { on = "2027-02-01", text = "Visade vårt utkast till uppdrag." });
        Assert.Equal(["2321", "2361"], row.Notes.Select(note => note.By));
        await Refused(mentor, row, "conclusion", new { outcome = "helped", text = "Det gick bra." }, 403, "mentorship/not-the-asking");
        row = await Moved(asking, row, "conclusion", new { outcome = "helped", text = "Vi har en samordnare på 30 procent från mars." });
        Assert.Equal((MentorshipStatus.Concluded, MentorshipOutcome.Helped), (row.Status, row.Outcome));
        // Others hear who helped, in what and that it did, and not whom or how.
        var told = Assert.Single(await host.WithDatabase<MunicipalitiesDb, List<string>>(db => db.EventLog.Where(e => e.Key == row.Id.ToString()).Select(e => e.Body).ToListAsync()));
        Assert.Contains("\"helped\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"2361\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("samordnare", told, StringComparison.Ordinal);
        await Refused(asking, row, "notes", new { on = "2027-03-01", text = "För sent" }, 409, "mentorship/not-accepted");

        await (await Lead("1280").GetAsync($"{Address}/{row.Id}")).ReadProblemAsync(404, "mentorship/not-found");
        var network = await (await host.As(Roles.NetworkLead, "skr").GetAsync($"{Address}/{row.Id}")).ReadAsync<MentorshipView>();
        Assert.Equal((null, null, 0, MentorshipStatus.Concluded), (network.Message, network.OutcomeText, network.Notes.Count, network.Status));
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Public().GetAsync(Address)).StatusCode);
        Assert.Empty((await (await Lead("1280").GetAsync(Address)).ReadAsync<Page<MentorshipView>>()).Items);
        Assert.Single((await (await mentor.GetAsync($"{Address}?status=concluded")).ReadAsync<Page<MentorshipView>>()).Items);
    }

    [Fact]
    public async Task Only_who_is_willing_is_asked_once_at_a_time_and_may_say_no()
    {
        await Lead("2321").AssessedAsync(Coordination(4), willing: true);
        var asking = Lead("2361");
        await (await Post(asking, "1280")).ReadProblemAsync(409, "mentorship/not-willing");
        await (await Post(asking, "2361")).ReadProblemAsync(400, "mentorship/oneself");
        await (await Post(host.As(Roles.UnitManager, "2361"), "2321")).ReadProblemAsync(403, "mentorship/not-a-lead");
        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Post(asking, "2321")));
        Assert.Equal((1, 4), (all.Count(answer => answer.StatusCode == HttpStatusCode.Created), all.Count(answer => answer.StatusCode == HttpStatusCode.Conflict)));
        var row = (await (await asking.GetAsync(Address)).ReadAsync<Page<MentorshipView>>()).Items.Single();
        await Refused(host.As(Roles.UnitManager, "2321"), row, "refusal", new { }, 403, "mentorship/not-a-lead");
        row = await Moved(Lead("2321"), row, "refusal", new { text = "Inte förrän efter sommaren." });
        Assert.Equal((MentorshipStatus.Declined, "Inte förrän efter sommaren."), (row.Status, row.Answer));
        row = await Request(asking, "2321");
        Assert.Equal(MentorshipStatus.Withdrawn, (await Moved(asking, row, "withdrawal")).Status);
    }

    private static Task<HttpResponseMessage> Post(HttpClient lead, string mentor) =>
        lead.SendJsonAsync(HttpMethod.Post, Address, new MentorshipRequest { MentorCode = mentor, Dimension = "coordination", Message = "Hur fick er samordnare tid för uppdraget?" });

    private static async Task<MentorshipView> Request(HttpClient lead, string mentor) => await (await Post(lead, mentor)).ReadAsync<MentorshipView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> Move(HttpClient lead, MentorshipView row, string move, object? body) =>
        lead.SendJsonAsync(HttpMethod.Post, $"{Address}/{row.Id}/{move}", body, ETags.Of(row.Version));

    private static async Task<MentorshipView> Moved(HttpClient lead, MentorshipView row, string move, object? body = null) => await (await Move(lead, row, move, body)).ReadAsync<MentorshipView>();

    private static async Task Refused(HttpClient lead, MentorshipView row, string move, object? body, int status, string type) => await (await Move(lead, row, move, body)).ReadProblemAsync(status, type);
}
