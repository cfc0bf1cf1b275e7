using Contracts;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace Messaging.Tests;

/// <summary>The event of the tests' own noun.</summary>
[EventName("tests.thing-changed")]
public sealed record ThingChanged(Guid Id, int Version, string Reason, bool Withdrawn, string Title) : INounChanged
{
    public string Key => Id.ToString();
}

/// <summary>A noun that is a draft until it is published.</summary>
public sealed class Thing : Noun
{
    public Guid Id { get; private init; }
    public string Title { get; private set; } = "";
    public bool Published { get; private set; }

    public static Thing Draft(string title, Guid? id = null)
    {
        var thing = new Thing { Id = id ?? Guid.CreateVersion7(), Title = title };
        thing.Changed("drafted");
        return thing;
    }

    public Thing Publish()
    {
        Published = true;
        Changed("published");
        return this;
    }

    public void Revise(string title)
    {
        Title = title;
        Changed("revised");
    }

    public void Withdraw() => Changed(Gone);

    private const string Gone = "withdrawn";

    public void Touch() => Changed("touched");

    public void Forget(string title) => Title = title;

    protected internal override INounChanged? ToEvent(string reason) => Published ? new ThingChanged(Id, Version, reason, reason == Gone, Title) : null;
}

/// <summary>An event that is not public.</summary>
[EventName("tests.secret-changed", Private = true)]
public sealed record SecretChanged(Guid Id, int Version, string Reason, bool Withdrawn) : INounChanged
{
    public string Key => Id.ToString();
}

/// <summary>A noun that services hear of and the public does not.</summary>
public sealed class Secret : Noun
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public static Secret Keep()
    {
        var kept = new Secret();
        kept.Changed("kept");
        return kept;
    }

    protected internal override INounChanged ToEvent(string reason) => new SecretChanged(Id, Version, reason, false);
}

public sealed class TestDb(DbContextOptions<TestDb> options) : ServiceDb(options)
{
    public DbSet<Thing> Things => Set<Thing>();
    public DbSet<Secret> Secrets => Set<Secret>();
    public DbSet<Copy> Copies => Set<Copy>();
}

/// <summary>What a consumer keeps of a thing.</summary>
public sealed class Copy
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Title { get; set; } = "";
    public int Handled { get; set; }
}
