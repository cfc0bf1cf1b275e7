using LocalServers.Processes;

namespace AppHost.Local.Engine;

/// <summary>A project of the model as processes, with the environment that Aspire would give it.</summary>
internal static class ProcessWiring
{
    public static int Replicas(IResource resource) => resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;

    public static Part Part(ProjectResource project, bool completes, EngineOptions options, IReadOnlyList<Part> waits)
    {
        var endpoints = project.Annotations.OfType<EndpointAnnotation>().ToList();
        var replicas = Enumerable.Range(0, Replicas(project)).Select(index =>
        {
            var name = Replicas(project) == 1 ? project.Name : $"{project.Name}-{index}";
            var addresses = endpoints.Select(endpoint => (endpoint.PortVariable, Address: endpoint.Addresses[index])).ToList();
            var check = project.Annotations.OfType<HttpHealthCheckAnnotation>().FirstOrDefault();
            return new ReplicaPlan(name, stop => PlanAsync(project, name, addresses, options, stop),
                check is not null ? new Uri($"{addresses[0].Address}{check.Path}") : null);
        });
        return new ProcessPart(project.Name, waits, [.. replicas], completes) { Addresses = [.. endpoints.SelectMany(endpoint => endpoint.Addresses)] };
    }

    private static async Task<ProcessPlan> PlanAsync(
        ProjectResource project, string name, IReadOnlyList<(string? PortVariable, string Address)> addresses, EngineOptions options, CancellationToken stop)
    {
        var metadata = project.Annotations.OfType<IProjectMetadata>().Single();
        var program = metadata is Projects.LocalProject local ? local.Program : throw new NotSupportedException($"{project.Name} is not a project of this solution.");
        return new ProcessPlan(program, [.. project.Annotations.OfType<ArgumentsAnnotation>().SelectMany(arguments => arguments.Arguments)])
        {
            Folder = Path.GetDirectoryName(metadata.ProjectPath),
            Environment = await EnvironmentAsync(project, name, addresses, stop),
            PidFile = Path.Combine(options.DataFolder, "pids", $"{name}.pid"),
        };
    }

    private static async Task<Dictionary<string, string?>> EnvironmentAsync(
        ProjectResource project, string name, IReadOnlyList<(string? PortVariable, string Address)> addresses, CancellationToken stop)
    {
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = addresses.Count == 0 ? null : string.Join(';', addresses.Select(endpoint => endpoint.Address)),
            ["DOTNET_LAUNCH_PROFILE"] = null,
            // Code that watches itself in order to become faster later makes a start on two cores slower (docs/apphost.md).
            ["DOTNET_TieredPGO"] = Environment.GetEnvironmentVariable("DOTNET_TieredPGO") ?? "0",
            ["OTEL_SERVICE_NAME"] = project.Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={name}",
            ["Logging__Console__FormatterName"] = "simple",
            ["Logging__Console__FormatterOptions__SingleLine"] = "true",
            ["Logging__Console__FormatterOptions__TimestampFormat"] = "HH:mm:ss.fff ",
        };
        foreach (var (variable, address) in addresses)
            if (variable is not null) environment[variable] = $"{new Uri(address).Port}";
        foreach (var reference in project.Annotations.OfType<ReferenceAnnotation>())
            foreach (var (key, value) in Discovery(reference.Resource)) environment[key] = value;
        foreach (var variable in project.Annotations.OfType<EnvironmentAnnotation>())
            environment[variable.Name] = await variable.Value(stop);
        return environment;
    }

    /// <summary>
    /// How Microsoft.Extensions.ServiceDiscovery is told of a service: one address for each process. Aspire gives one, of a proxy
    /// of its own in front of them; here the caller spreads its requests itself.
    /// </summary>
    private static IEnumerable<(string Key, string Value)> Discovery(IResource resource)
    {
        if (resource is not IResourceWithServiceDiscovery) yield break;
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.Name == "http"))
        {
            for (var index = 0; index < endpoint.Addresses.Count; index++)
                yield return ($"services__{resource.Name}__http__{index}", endpoint.Addresses[index]);
            yield return ($"{resource.Name.Replace('-', '_').ToUpperInvariant()}_{endpoint.Name.ToUpperInvariant()}", endpoint.Addresses[0]);
        }
    }
}
