namespace Aspire.Hosting.ApplicationModel;

internal sealed class EndpointAnnotation(string name, int? port, string? portVariable) : IResourceAnnotation
{
    public string Name { get; } = name;

    /// <summary>The port that was asked for; null leaves it to the engine.</summary>
    public int? Port { get; } = port;

    /// <summary>The variable that tells the process this endpoint's port, if it wants to know.</summary>
    public string? PortVariable { get; } = portVariable;

    public bool IsExternal { get; set; }

    /// <summary>Given by the engine before anything starts: one for each replica.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];
}

/// <summary>A variable of a process; the value is asked for when the process starts.</summary>
internal sealed record EnvironmentAnnotation(string Name, Func<CancellationToken, ValueTask<string?>> Value) : IResourceAnnotation;

internal sealed record ArgumentsAnnotation(IReadOnlyList<string> Arguments) : IResourceAnnotation;

/// <summary>That one resource is told how to reach another.</summary>
internal sealed record ReferenceAnnotation(IResource Resource, string Name) : IResourceAnnotation;

internal enum WaitType { UntilHealthy, UntilCompleted }

internal sealed record WaitAnnotation(IResource Resource, WaitType Type) : IResourceAnnotation;

internal sealed record HttpHealthCheckAnnotation(string Path) : IResourceAnnotation;

internal sealed record ReplicaAnnotation(int Replicas) : IResourceAnnotation;

internal sealed record ImageAnnotation(string Image, string Tag) : IResourceAnnotation;

internal sealed record FilesAnnotation(string Destination, IReadOnlyList<ContainerFileSystemItem> Files) : IResourceAnnotation;
