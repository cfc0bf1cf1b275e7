namespace ServiceDefaults.Messaging;

/// <summary>How events get to the broker; section <c>Messaging:Relay</c>.</summary>
internal sealed class RelayOptions
{
    /// <summary>False leaves the publishing to other processes of the service.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Turns that run at the same time in this process: while one waits for the broker, the other reads.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>The most lanes that one turn takes, so that other processes find some too.</summary>
    public int LanesPerTurn { get; init; } = 8;

    /// <summary>The most events of a lane that one turn publishes.</summary>
    public int EventsPerLane { get; init; } = 50;

    /// <summary>How often it looks without having been told; this is the guarantee, the signal only saves time.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a turn may take until what is unconfirmed is left to the next one. Well below <see cref="IdleLimit"/>.</summary>
    public TimeSpan PublishLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// When the database ends the transaction of a relay that hangs (suspended, cut off), and others may take its lanes. What the
    /// hanging one publishes afterwards is known by its message id, and it can mark nothing.
    /// </summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts after which a message that itself is at fault is set aside.</summary>
    public int MostAttempts { get; init; } = 10;

    /// <summary>The longest pause of a lane after broker trouble.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(15);
}
