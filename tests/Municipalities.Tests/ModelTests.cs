using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Municipalities.Tests;

/// <summary>What the database holds.</summary>
public class ModelTests(Service service)
{
    [Fact]
    public async Task The_migrations_are_as_new_as_the_model() =>
        Assert.False(await service.Host.WithDatabase<MunicipalitiesDb, bool>(db => Task.FromResult(db.Database.HasPendingModelChanges())));
}
