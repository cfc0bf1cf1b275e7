using System.Collections.ObjectModel;

// The types of Aspire's model that Program.cs meets: same namespaces, names, constraints and covariance, never more permissive.
namespace Aspire.Hosting.ApplicationModel;

internal interface IResource
{
    string Name { get; }
    Collection<IResourceAnnotation> Annotations { get; }
}

internal interface IResourceAnnotation;

internal interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

internal interface IResourceWithEnvironment : IResource;
internal interface IResourceWithArgs : IResource;
internal interface IResourceWithWaitSupport : IResource;
internal interface IResourceWithEndpoints : IResource;

internal interface IResourceWithParent<out T> : IResource where T : IResource
{
    T Parent { get; }
}

internal interface IResourceWithConnectionString : IResource
{
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default);
}

internal interface IResourceBuilder<out T> where T : IResource
{
    IDistributedApplicationBuilder ApplicationBuilder { get; }
    T Resource { get; }
    IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation) where TAnnotation : IResourceAnnotation;
}

internal abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;
    public Collection<IResourceAnnotation> Annotations { get; } = [];
}

internal sealed class ParameterResource(string name) : Resource(name);

internal class ContainerResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints,
    IResourceWithWaitSupport;

internal sealed class ProjectResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery,
    IResourceWithWaitSupport;

internal abstract class ServerResource(string name) : ContainerResource(name), IResourceWithConnectionString
{
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Said by the engine when it has given the server its port, which is before the server answers.</summary>
    public void IsAt(string connectionString) => address.TrySetResult(connectionString);

    public async ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        await address.Task.WaitAsync(cancellationToken);
}

internal sealed class PostgresServerResource(string name) : ServerResource(name);

internal sealed class RabbitMQServerResource(string name) : ServerResource(name);

internal sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
    : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString, IResourceWithWaitSupport
{
    public string DatabaseName { get; } = databaseName;
    public PostgresServerResource Parent { get; } = parent;

    public async ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        $"{await Parent.GetConnectionStringAsync(cancellationToken)};Database={DatabaseName}";
}

internal sealed class EndpointReference(IResourceWithEndpoints owner, string name) : IValueProvider
{
    public IResourceWithEndpoints Resource { get; } = owner;
    public string EndpointName { get; } = name;

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        new(Resource.Annotations.OfType<EndpointAnnotation>().Single(endpoint => endpoint.Name == EndpointName).Addresses[0]);
}

internal abstract class ContainerFileSystemItem
{
    public string Name { get; set; } = "";
}

internal sealed class ContainerFile : ContainerFileSystemItem
{
    public string? Contents { get; set; }
}
