using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Broker;
using ServiceDefaults.Messaging.Inbox;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>A consumer whose database refuses what no message is guilty of.</summary>
public sealed class ConsumerTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestService service = null!;

    public async ValueTask InitializeAsync() =>
        service = await TestService.Build(await postgres.NewTestDatabaseAsync(), name: "readers", handlers: m => m.Handle<ThingChanged, KeepThing>()).StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task It_goes_on_after_the_note_of_a_start_took_too_long()
    {
        // What the server says of a statement over its limit; the sequence keeps count though all else is rolled back.
        await Sql("create sequence refused");
        await Sql("create function refuse() returns trigger language plpgsql as $$ begin perform nextval('refused'); raise 'too slow' using errcode = '57014'; end $$");
        await Sql("create trigger refuse before insert on inbox for each row execute function refuse()");
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var returned = Receive(first, returned: 1);
        await Eventually.TrueAsync(async () => (await service.Db(db => db.Database.SqlQuery<bool>($"select is_called as \"Value\" from refused").ToListAsync()))[0]);

        await Sql("drop trigger refuse on inbox");

        await returned.WaitAsync(TimeSpan.FromMinutes(1));
        await Receive(second, returned: 0).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(new[] { first, second }.Order(), (await service.Db(db => db.Copies.Select(copy => copy.Id).ToListAsync())).Order());
    }

    private Task Receive(Guid id, long returned) => service.Services.GetServices<Consumer>().Single().Receive(
        new IncomingEvent(id, Encoding.UTF8.GetBytes(EventJson.Write(new ThingChanged(id, 1, "published", false, "Catering"))), null, null, returned));

    private Task<int> Sql(string text) => service.Db(db => db.Database.ExecuteSqlRawAsync(text));
}
