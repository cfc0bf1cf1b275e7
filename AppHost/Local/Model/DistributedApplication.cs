using AppHost.Local.Engine;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

internal interface IDistributedApplicationBuilder
{
    ConfigurationManager Configuration { get; }
    DistributedApplicationExecutionContext ExecutionContext { get; }
    IResourceCollection Resources { get; }
    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;
    IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource;
    DistributedApplication Build();
}

internal interface IResourceCollection : IList<IResource>;

internal sealed class DistributedApplicationExecutionContext
{
    /// <summary>Publishing is Aspire's: the local engine only runs.</summary>
    public bool IsRunMode { get; } = true;

    public bool IsPublishMode { get; }
}

internal sealed class DistributedApplication
{
    /// <summary>Taken by tests, which look at the model in place of running it.</summary>
    internal static readonly AsyncLocal<Action<DistributedApplication>?> Instead = new();

    internal DistributedApplication(IResourceCollection resources, IConfiguration configuration) => (Resources, Configuration) = (resources, configuration);

    internal IResourceCollection Resources { get; }
    internal IConfiguration Configuration { get; }

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new LocalBuilder(args);

    public void Run()
    {
        if (Instead.Value is { } instead) instead(this);
        else Environment.ExitCode = LocalEngine.RunAsync([.. Resources], EngineOptions.Read(Configuration)).GetAwaiter().GetResult();
    }
}

internal sealed class LocalBuilder : IDistributedApplicationBuilder
{
    // Switches without a value; the configuration provider would take the next argument for it.
    private static readonly string[] Switches = ["--fresh", "--verbose"];
    private readonly ResourceCollection resources = [];

    public LocalBuilder(string[] args)
    {
        Configuration.AddEnvironmentVariables("Platform_");
        Configuration.AddCommandLine([.. args.Select(arg => Switches.Contains(arg) ? $"{arg}=true" : arg)]);
    }

    public ConfigurationManager Configuration { get; } = new();
    public DistributedApplicationExecutionContext ExecutionContext { get; } = new();
    public IResourceCollection Resources => resources;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"Cannot add resource of type {typeof(T).Name} with name '{resource.Name}': that name already exists.");
        resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new Builder<T>(this, resource);

    public DistributedApplication Build() => new(resources, Configuration);

    private sealed class ResourceCollection : List<IResource>, IResourceCollection;

    private sealed class Builder<T>(IDistributedApplicationBuilder application, T resource) : IResourceBuilder<T> where T : IResource
    {
        public IDistributedApplicationBuilder ApplicationBuilder { get; } = application;
        public T Resource { get; } = resource;

        public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation) where TAnnotation : IResourceAnnotation
        {
            Resource.Annotations.Add(annotation);
            return this;
        }
    }
}
