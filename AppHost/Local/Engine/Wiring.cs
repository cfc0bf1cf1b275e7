using System.Globalization;
using LocalServers;
using LocalServers.Folders;

namespace AppHost.Local.Engine;

/// <summary>Turns each resource of the model into the part that runs it.</summary>
internal sealed class Wiring(IReadOnlyList<IResource> resources, EngineOptions options, Output output)
{
    private readonly Dictionary<IResource, Part> parts = [];
    private PostgresServer? postgres;

    /// <summary>All parts. Addresses are given out first, so that parts may start in any order.</summary>
    public IReadOnlyList<Part> Parts()
    {
        foreach (var resource in resources.OfType<IResourceWithEndpoints>()) GiveAddresses(resource);
        foreach (var resource in resources) PartOf(resource);
        return [.. parts.Values];
    }

    private static void GiveAddresses(IResourceWithEndpoints resource)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoint.Port is { } wanted && !Ports.IsFree(wanted))
                throw new ServerException($"Port {wanted} is in use by another program. Stop that one, or choose another with --port (0 takes a free one).");
            endpoint.Addresses = [.. Enumerable.Range(0, ProcessWiring.Replicas(resource)).Select(_ =>
                string.Create(CultureInfo.InvariantCulture, $"http://localhost:{endpoint.Port ?? Ports.Free()}"))];
        }
    }

    private Part? PartOf(IResource resource)
    {
        if (parts.TryGetValue(resource, out var known)) return known;
        Part? made = resource switch
        {
            PostgresServerResource server => new ServerPart(server.Name, stop => StartAsync(server, stop)),
            RabbitMQServerResource server => new ServerPart(server.Name, stop => StartAsync(server, stop)),
            PostgresDatabaseResource database =>
                new DatabasePart(database.Name, PartOf(database.Parent)!, stop => postgres!.CreateDatabaseAsync(database.DatabaseName, stop)),
            ProjectResource project => ProcessWiring.Part(project, IsAwaitedToEnd(project), options, WaitsOf(project)),
            ContainerResource container => PrometheusWiring.Part(container, resources, options, output),
            _ => null,
        };
        if (made is not null) parts[resource] = made;
        return made;
    }

    private IReadOnlyList<Part> WaitsOf(ProjectResource resource) =>
        [.. resource.Annotations.OfType<WaitAnnotation>().Select(wait => PartOf(wait.Resource)).OfType<Part>()];

    private bool IsAwaitedToEnd(ProjectResource resource) => resources.SelectMany(other => other.Annotations.OfType<WaitAnnotation>())
        .Any(wait => wait.Resource == resource && wait.Type == WaitType.UntilCompleted);

    private async Task<LocalServer> StartAsync(PostgresServerResource resource, CancellationToken stop)
    {
        postgres = await PostgresServer.PrepareAsync(ServerOptions(resource), stop);
        resource.IsAt(postgres.ServerConnectionString);
        return await RunAsync(postgres, stop);
    }

    private async Task<LocalServer> StartAsync(RabbitMQServerResource resource, CancellationToken stop)
    {
        var rabbit = await RabbitServer.PrepareAsync(ServerOptions(resource), stop);
        resource.IsAt(rabbit.ConnectionString);
        return await RunAsync(rabbit, stop);
    }

    private static async Task<LocalServer> RunAsync(LocalServer server, CancellationToken stop)
    {
        try
        {
            await server.RunAsync(stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private ServerOptions ServerOptions(IResource resource) => new()
    {
        DataFolder = Path.Combine(options.DataFolder, resource.Name),
        Durable = options.Durable,
        Progress = what => output.Tell(resource.Name, what),
    };
}
