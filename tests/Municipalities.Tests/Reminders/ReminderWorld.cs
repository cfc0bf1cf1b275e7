using System.Text.Json;
using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Municipalities.Reminders;
using ServiceDefaults;
using Testing;

namespace Municipalities.Tests.Reminders;

/// <summary>A host with a clock of its own and an empty past, whose looks the test makes itself, several at the same time as replicas do.</summary>
internal sealed class ReminderWorld(ServiceHost<Program> host, DayClock clock) : IAsyncDisposable
{
    private const int Replicas = 3;

    public ServiceHost<Program> Host => host;
    public DayClock Clock => clock;

    public static async Task<ReminderWorld> Start(Service service, DateOnly today)
    {
        var clock = new DayClock(today);
        var host = await service.StartAsync(new() { ["Reminders:LookSeconds"] = "86400" }, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await Service.SeedAsync(host);
        return new ReminderWorld(host, clock);
    }

    public HttpClient Lead(string code) => host.As(Roles.DevelopmentLead, code);

    public Task Look() => Task.WhenAll(Enumerable.Range(0, Replicas).Select(_ => ActivatorUtilities.CreateInstance<LookForReminders>(host.Services).Turn(default)));

    /// <summary>All that has been told, in order.</summary>
    public Task<List<ReminderChanged>> Told() => host.WithDatabase<MunicipalitiesDb, List<ReminderChanged>>(async db =>
        [.. from row in await db.EventLog.Where(row => row.Name == "municipalities.reminder-changed").OrderBy(row => row.Sequence).ToListAsync()
            select JsonSerializer.Deserialize<ReminderChanged>(row.Body, JsonSerializerOptions.Web)!]);

    /// <summary>What the looks have told since the last time that this was asked.</summary>
    public async Task<List<ReminderChanged>> News()
    {
        await Look();
        var all = await Told();
        var news = all[seen..];
        seen = all.Count;
        return news;
    }

    private int seen;

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
