using System.Text.RegularExpressions;
using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;
using Microsoft.Extensions.Configuration;

namespace AppHost.Publishing;

/// <summary>What Aspire leaves out of a Helm chart: probes, migrations before a service, storage that stays, files, the open door.</summary>
internal static partial class Kubernetes
{
    public static void AddKubernetes(this IDistributedApplicationBuilder builder)
    {
        var storage = builder.Configuration["storage"] ?? "10Gi";
        builder.AddKubernetesEnvironment("kubernetes").WithDashboard(builder.Configuration.GetValue("dashboard", false));

        var migrations = builder.Resources.Migrations().ToDictionary(pair => pair.Service, pair => pair.Migration);
        foreach (var project in builder.Resources.OfType<ProjectResource>().Except(migrations.Values).ToList())
            builder.CreateResourceBuilder(project).PublishAsKubernetesService(published =>
            {
                Serve(published, open: project.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal));
                if (migrations.ContainsKey(project)) MigrateFirst(published.Workload!.PodTemplate.Spec);
                if (project.Name == "portal") Keep(published, PublishTarget.Home, storage, group: 1654, shared: project.GetReplicaCount() > 1);
            });
        // A deployment would start them again and again; each service has its own as an init container.
        foreach (var migration in migrations.Values) builder.CreateResourceBuilder(migration).ExcludeFromManifest();

        foreach (var server in builder.Resources.OfType<PostgresServerResource>())
            builder.CreateResourceBuilder(server).PublishAsKubernetesService(published =>
                Serve(published, storage, new() { Exec = new() { Command = { "pg_isready", "-h", "127.0.0.1", "-U", "postgres" } } }));
        foreach (var server in builder.Resources.OfType<RabbitMQServerResource>())
            builder.CreateResourceBuilder(server).PublishAsKubernetesService(published =>
                Serve(published, storage, new() { TcpSocket = new() { Port = 5672 } }));
        foreach (var container in builder.Resources.Where(resource => resource.GetType() == typeof(ContainerResource)).Cast<ContainerResource>().ToList())
            builder.CreateResourceBuilder(container).PublishAsKubernetesService(published =>
            {
                Bring(published, container, builder.ExecutionContext.Services);
                Keep(published, "/prometheus", storage, group: 65534);
            });
    }

    /// <summary>Publishing this target waits for a value of each parameter, without a word, although none gets into the chart.</summary>
    public static string? Refusal(IDistributedApplicationBuilder builder)
    {
        var missing = builder.Resources.OfType<ParameterResource>().Where(parameter => parameter.Default is null)
            .Select(parameter => $"Parameters:{parameter.Name}")
            // A variable of the environment cannot have the hyphen.
            .Where(key => (builder.Configuration[key] ?? builder.Configuration[key.Replace('-', '_')]) is null).ToList();
        return missing.Count == 0 ? null : $"--target kubernetes takes {string.Join(" and ", missing.Select(key => $"--{key}"))}; any value does, since values.yaml is where they are said.";
    }

    private static void Serve(KubernetesResource published, bool open)
    {
        var container = published.Workload!.PodTemplate.Spec.Containers[0];
        // The gateway answers for the whole platform when asked whether it is ready; it stays open when a part is not.
        container.ReadinessProbe = Ask(open ? "/health/live" : "/health/ready");
        container.LivenessProbe = Ask("/health/live");
        (container.LivenessProbe.InitialDelaySeconds, container.LivenessProbe.FailureThreshold) = (30, 6);
        // With a single process, an update would otherwise begin by taking it away.
        if (published.Workload is Deployment deployment) deployment.Spec.Strategy.RollingUpdate.MaxUnavailable = 0;
        var (selector, ports) = (published.Service!.Spec.Selector, published.Service.Spec.Ports);
        Add("processes", new() { ClusterIp = "None", PublishNotReadyAddresses = true }, ports);
        // Not the gateway's other service, which has the management port too.
        if (open) Add("public", new() { Type = "LoadBalancer" }, ports.Where(port => port.Name == "http"));

        void Add(string name, ServiceSpecV1 spec, IEnumerable<ServicePortV1> through)
        {
            spec.Selector = new(selector);
            foreach (var port in through) spec.Ports.Add(new() { Name = port.Name, Protocol = port.Protocol, Port = port.Port, TargetPort = port.TargetPort });
            published.AdditionalResources.Add(new Service { Metadata = { Name = $"{published.Name}-{name}" }, Spec = spec });
        }
    }

    private static void Serve(KubernetesResource server, string storage, ProbeV1 ready)
    {
        (ready.PeriodSeconds, ready.TimeoutSeconds, ready.FailureThreshold) = (10, 5, 3);
        var pod = server.Workload!.PodTemplate.Spec;
        pod.Containers[0].ReadinessProbe = ready;
        if (server.Workload is StatefulSet set) set.Spec.ServiceName = server.Service!.Metadata.Name;
        foreach (var volume in pod.Volumes) Claim(server, volume, storage, shared: false);
        // A new disk has a folder of its own in it, and a server wants an empty one.
        foreach (var mount in pod.Containers[0].VolumeMounts) mount.SubPath = "data";
    }

    /// <summary>Each process migrates before it serves. Whoever comes second finds it done, or fails and is started again.</summary>
    private static void MigrateFirst(PodSpecV1 pod)
    {
        var service = pod.Containers[0];
        var migration = new ContainerV1 { Name = "migrate", Image = service.Image, ImagePullPolicy = service.ImagePullPolicy, Args = { "migrate" } };
        foreach (var source in service.EnvFrom)
            migration.EnvFrom.Add(new()
            {
                ConfigMapRef = source.ConfigMapRef is { } config ? new() { Name = config.Name } : null,
                SecretRef = source.SecretRef is { } secret ? new() { Name = secret.Name } : null,
            });
        pod.InitContainers.Add(migration);
    }

    private static ProbeV1 Ask(string path) => new()
    {
        HttpGet = new() { Path = path, Port = "http", Scheme = "HTTP" }, PeriodSeconds = 10, TimeoutSeconds = 5, FailureThreshold = 3,
    };

    /// <summary>The files that go into a container: Aspire passes them over here, so they become a map that is mounted.</summary>
    private static void Bring(KubernetesResource published, ContainerResource container, IServiceProvider services)
    {
        var pod = published.Workload!.PodTemplate.Spec;
        foreach (var files in container.Annotations.OfType<ContainerFileSystemCallbackAnnotation>())
        {
            var map = new ConfigMap { Metadata = { Name = $"{container.Name}-files" } };
            foreach (var file in files.Callback(new() { Model = container, Services = services }, default).GetAwaiter().GetResult().OfType<ContainerFile>())
                map.Data[file.Name] = Name().Replace(file.Contents ?? "", "$0-processes").Replace("{{", "{{`{{`}}", StringComparison.Ordinal);
            published.AdditionalResources.Add(map);
            pod.Volumes.Add(new() { Name = "files", ConfigMap = new() { Name = map.Metadata.Name } });
            pod.Containers[0].VolumeMounts.Add(new() { Name = "files", MountPath = files.DestinationPath });
        }
    }

    /// <summary>A service's own name leads to one of its processes, and Prometheus wants to see each.</summary>
    [GeneratedRegex(@"(?<=names: \[)[a-z]+")]
    private static partial Regex Name();

    private static void Keep(KubernetesResource published, string folder, string storage, long group, bool shared = false)
    {
        var pod = published.Workload!.PodTemplate.Spec;
        var volume = new VolumeV1 { Name = $"{published.Name}-data" };
        pod.Volumes.Add(volume);
        pod.Containers[0].VolumeMounts.Add(new() { Name = volume.Name, MountPath = folder });
        pod.SecurityContext = new() { FsGroup = group };
        Claim(published, volume, storage, shared);
    }

    private static void Claim(KubernetesResource published, VolumeV1 volume, string storage, bool shared)
    {
        // Kept when the chart is taken away: it is the data.
        published.AdditionalResources.Add(new PersistentVolumeClaim
        {
            Metadata = { Name = volume.Name, Annotations = { ["helm.sh/resource-policy"] = "keep" } },
            Spec = new() { AccessModes = { shared ? "ReadWriteMany" : "ReadWriteOnce" }, Resources = new() { Requests = { ["storage"] = storage } } },
        });
        (volume.EmptyDir, volume.PersistentVolumeClaim) = (null, new() { ClaimName = volume.Name });
        // A disk that one machine holds must be let go before the next process can have it.
        if (!shared && published.Workload is Deployment deployment) deployment.Spec.Strategy = new() { Type = "Recreate", RollingUpdate = null! };
    }
}
