namespace LocalServers;

/// <summary>What a private server is started with.</summary>
public sealed record ServerOptions
{
    /// <summary>Everything of the server is kept below this folder: data, passwords, ports, log.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The port to listen on; null takes a free one and keeps it across restarts.</summary>
    public int? Port { get; init; }

    /// <summary>True throws away what an earlier run left in the folder.</summary>
    public bool Fresh { get; init; }

    /// <summary>False lets PostgreSQL answer before data is on disk: faster, for tests alone. A killed server then loses nothing, a power loss may.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>True lets RabbitMQ answer Prometheus, for about a second more of start-up.</summary>
    public bool Metrics { get; init; }

    /// <summary>False never installs a missing package, also where it could.</summary>
    public bool Install { get; init; } = true;

    /// <summary>Further settings: <c>name=value</c> of postgresql.conf or a line of rabbitmq.conf.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>How long the server may take until it answers.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Told what takes time, such as an installation.</summary>
    public Action<string> Progress { get; init; } = static _ => { };
}

/// <summary>A server could not do what was asked; the message tells a person what to do about it.</summary>
public sealed class ServerException : Exception
{
    /// <summary>Creates the error.</summary>
    public ServerException(string message) : base(message) { }

    /// <summary>Creates the error with its cause.</summary>
    public ServerException(string message, Exception inner) : base(message, inner) { }
}
