using System.Net;
using System.Text.Json;
using Contracts;
using Contracts.Enterprises;
using Enterprises.Complaints;
using Enterprises.Register;
using Enterprises.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Reminders;

/// <summary>What waits is told once to those whom it concerns, however many replicas look, and taken back when it is done. Each test has a host with a clock of its own.</summary>
public sealed class ReminderTests(Service service) : IAsyncLifetime
{
    private const int Replicas = 3;
    private static readonly object Wrong = new { text = "Företaget svarar inte och lokalen är tom sedan i våras." };
    private readonly Service.Clock clock = new();
    private ServiceHost<Program> host = null!;
    private EnterpriseClient enterprise = null!;
    private int seen;

    public async ValueTask InitializeAsync()
    {
        host = await service.StartAsync(clock);
        enterprise = EnterpriseClient.New(host);
        await enterprise.PublishedAsync();
        Assert.Empty(await News());
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>What replicas that look at the same time tell.</summary>
    private async Task<List<ReminderChanged>> News()
    {
        await Task.WhenAll(Enumerable.Range(0, Replicas).Select(_ => ActivatorUtilities.CreateInstance<LookForReminders>(host.Services).Turn(default)));
        var all = await host.WithDatabase<EnterprisesDb, List<ReminderChanged>>(async db =>
            [.. from row in await db.EventLog.Where(row => row.Name == "enterprises.reminder-changed").OrderBy(row => row.Sequence).ToListAsync()
                select JsonSerializer.Deserialize<ReminderChanged>(row.Body, JsonSerializerOptions.Web)!]);
        var news = all[seen..];
        seen = all.Count;
        return news;
    }

    private static ReminderChanged To(IEnumerable<ReminderChanged> news, Audience who) => Assert.Single(news, told => !told.Withdrawn && JsonSerializer.Serialize(told.Reminder.For) == JsonSerializer.Serialize(who));

    private Audience Manager => Audience.Of($"{enterprise.Id}", Roles.EnterpriseManager);

    private static readonly Audience NetworkLead = Audience.Of("skr", Roles.NetworkLead);

    [Fact]
    public async Task A_complaint_waits_for_the_lead_and_is_told_to_the_enterprise_without_who_filed_it_until_it_is_decided()
    {
        var (buyer, lead) = (host.As(Roles.ProcurementOfficer, "1280"), host.As(Roles.NetworkLead, "skr"));
        var complaint = await (await enterprise.PostAsync("/complaints", Wrong, buyer)).ReadAsync<ComplaintView>(HttpStatusCode.Created);
        var filed = await News();
        Assert.Equal(2, filed.Count);
        var (toLead, toEnterprise) = (To(filed, NetworkLead).Reminder, To(filed, Manager).Reminder);
        Assert.Equal(("Ett klagomål väntar på beslut. Profilen är dold så länge.", "/foretag/klagomal"), (toLead.Line, toLead.Path));
        Assert.Equal(("Ett klagomål har kommit in. Er profil är dold tills det är avgjort.", "/vart-foretag"), (toEnterprise.Line, toEnterprise.Path));
        Assert.DoesNotContain("1280", JsonSerializer.Serialize(toEnterprise), StringComparison.Ordinal);
        Assert.Empty(await News());

        await Decide("upheld", "Ingen svarade på tre veckor.");
        var upheld = await News();
        Assert.Equal([toLead.Id, toEnterprise.Id], upheld.Where(told => told.Withdrawn).Select(told => told.Reminder.Id).OrderBy(id => id != toLead.Id));
        Assert.Equal("Klagomålet är avgjort: det stämde. Er profil är dold tills felet är rättat.", To(upheld, Manager).Reminder.Line);
        var answer = To(upheld, Audience.Of("procurement-officer@1280")).Reminder;
        Assert.Equal(("Ditt klagomål är avgjort: profilen är dold tills felet är rättat. Skäl: Ingen svarade på tre veckor.", "/foretag"), (answer.Line, answer.Path));

        await Decide("dismissed", "Nu svarar de.");
        var dismissed = await News();
        Assert.Equal([2, 2], dismissed.Select(told => told.Version));
        Assert.Equal("Klagomålet är avgjort. Det håller inte längre er profil dold.", To(dismissed, Manager).Reminder.Line);
        Assert.Equal($"/foretag/{enterprise.Id}", To(dismissed, Audience.Of("procurement-officer@1280")).Reminder.Path);
        Assert.Empty(await News());
        Assert.DoesNotContain("reminder", await host.Public().GetStringAsync("/enterprises/v1/changes?limit=1000"), StringComparison.Ordinal);

        async Task Decide(string decision, string note) => await (await enterprise.PostAsync($"/complaints/{complaint.Id}/decisions", new { decision, note }, lead)).ReadAsync<ComplaintView>();
    }

    [Fact]
    public async Task A_review_of_a_claim_is_told_to_the_enterprise_each_time_that_it_is_made()
    {
        var buyer = host.As(Roles.ProcurementOfficer, "1280");
        await (await enterprise.PostAsync("/claims/wise/reviews", new { review = "rejected", note = "Bevis saknas." }, buyer)).ReadAsync<EnterpriseView>();
        var rejected = Assert.Single(await News());
        Assert.Equal(("claim", "Uppgiften är granskad och godtas inte: arbetsintegrerande socialt företag. Bevis saknas.", "/vart-foretag"), (rejected.Reminder.Kind, rejected.Reminder.Line, rejected.Reminder.Path));
        Assert.Equivalent(Manager, rejected.Reminder.For, strict: true);
        Assert.Empty(await News());
        await (await enterprise.PostAsync("/claims/wise/reviews", new { review = "confirmed" }, buyer)).ReadAsync<EnterpriseView>();
        Assert.Equal(("Uppgiften är granskad och godtagen: arbetsintegrerande socialt företag", 2, rejected.Key), Assert.Single(await News()) is var told ? (told.Reminder.Line, told.Version, told.Key) : default);
        // A new statement has no review yet: that is no news to who made it.
        await (await enterprise.PutAsync("/claims/wise", new { answer = "yes" })).ReadAsync<EnterpriseView>();
        Assert.Empty(await News());
    }

    [Fact]
    public async Task A_profile_that_grows_old_is_told_at_each_station_and_no_more_when_it_is_confirmed()
    {
        var key = "";
        foreach (var (days, line) in new[]
        {
            (300, null), (340, "Bekräfta att er profil stämmer, annars hamnar den längre ner i listorna från den "), (350, null),
            (370, "Er profil ligger längre ner i listorna tills ni bekräftar att den stämmer. Den döljs den "), (400, null), (435, "Er profil döljs den "), (470, "Er profil är dold tills ni bekräftar att den stämmer."),
        })
        {
            clock.Ahead = TimeSpan.FromDays(days);
            var news = await News();
            Assert.Equal(line is null ? 0 : 1, news.Count);
            if (line is null) continue;
            Assert.StartsWith(line, news[0].Reminder.Line, StringComparison.Ordinal);
            Assert.Equivalent(Manager, news[0].Reminder.For, strict: true);
            key = news[0].Key;
        }
        await host.WithDatabase<EnterprisesDb, int>(db => FreshnessSweep.HideAsync(db, clock.GetUtcNow(), TestContext.Current.CancellationToken));
        Assert.Empty(await News());
        await (await enterprise.Http.SendJsonAsync(HttpMethod.Post, $"{enterprise.Address}/confirmations")).ReadAsync<EnterpriseView>();
        Assert.Equal((key, 5, true), Assert.Single(await News()) is var done ? (done.Key, done.Version, done.Withdrawn) : default);
        clock.Ahead = TimeSpan.FromDays(470 + 340);
        Assert.Equal((key, 6, false), Assert.Single(await News()) is var again ? (again.Key, again.Version, again.Withdrawn) : default);
    }

    [Fact]
    public async Task What_is_over_is_cleared_away_with_its_events_and_not_told_again_and_what_waits_stays()
    {
        var (buyer, lead) = (host.As(Roles.ProcurementOfficer, "1280"), host.As(Roles.NetworkLead, "skr"));
        var decided = await (await enterprise.PostAsync("/complaints", Wrong, buyer)).ReadAsync<ComplaintView>(HttpStatusCode.Created);
        await News();
        await (await enterprise.PostAsync($"/complaints/{decided.Id}/decisions", new { decision = "dismissed", note = "Nu svarar de." }, lead)).ReadAsync<ComplaintView>();
        var waiting = await (await enterprise.PostAsync("/complaints", Wrong, host.As(Roles.ProcurementOfficer, "1480"))).ReadAsync<ComplaintView>(HttpStatusCode.Created);
        Assert.Equal(6, (await News()).Count);
        await Sent();

        foreach (var (days, kept) in new[] { (1, 6), (31, 6), (59, 6), (61, 2), (90, 2) })
        {
            clock.Ahead = TimeSpan.FromDays(days);
            await Task.WhenAll(Enumerable.Range(0, Replicas).Select(_ => ActivatorUtilities.CreateInstance<LookForReminders>(host.Services).Turn(default)));
            var (things, keys) = await host.WithDatabase<EnterprisesDb, (List<string>, List<string>)>(async db => (await db.Set<EnterpriseReminder>().Select(row => row.Thing).ToListAsync(),
                await db.EventLog.Where(row => row.Name == "enterprises.reminder-changed").Select(row => row.Key).Distinct().ToListAsync()));
            Assert.Equal((kept, kept), (things.Count, keys.Count));
            Assert.Equal(2, things.Count(thing => thing.Contains($"{waiting.Id}", StringComparison.Ordinal)));
        }
    }

    private Task<int> Sent() => host.WithDatabase<EnterprisesDb, int>(db => db.Database.ExecuteSqlAsync($"update event_log set published_at = coalesce(published_at, now())"));
}
