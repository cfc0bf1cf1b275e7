using AppHost.Observability;
using LocalServers;

namespace AppHost.Local.Engine;

/// <summary>The one container of the model that this machine can run as a plain process, when the distribution's package is there.</summary>
internal static class PrometheusWiring
{
    public static Part? Part(ContainerResource container, IReadOnlyList<IResource> resources, EngineOptions options, Output output)
    {
        var image = container.Annotations.OfType<ImageAnnotation>().Single();
        if (image.Image != "prom/prometheus")
            throw new NotSupportedException($"{container.Name}: the local engine has no server for the image {image.Image}.");
        if (!PrometheusServer.IsInstalled)
        {
            output.Tell(container.Name, "left out: not installed (sudo apt-get install -y --no-install-recommends prometheus)");
            return null;
        }
        return new ServerPart(container.Name, async stop =>
        {
            var folder = Path.Combine(options.DataFolder, container.Name);
            var endpoint = container.Annotations.OfType<EndpointAnnotation>().Single();
            return await PrometheusServer.StartAsync(new ServerOptions
            {
                DataFolder = folder,
                Port = new Uri(endpoint.Addresses[0]).Port,
                Progress = what => output.Tell(container.Name, what),
            }, WriteFiles(container, folder, resources), stop);
        }) { Addresses = container.Annotations.OfType<EndpointAnnotation>().Single().Addresses };
    }

    /// <summary>The model's files as they are, but the addresses are those of this engine.</summary>
    private static string WriteFiles(ContainerResource container, string folder, IReadOnlyList<IResource> resources)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder, "configuration")).FullName;
        foreach (var file in container.Annotations.OfType<FilesAnnotation>().SelectMany(annotation => annotation.Files).OfType<ContainerFile>())
            WriteReadable(Path.Combine(files, file.Name), file.Name == Prometheus.Targets ? Targets(resources) : file.Contents ?? "");
        return Path.Combine(files, "prometheus.yml");
    }

    private static string Targets(IReadOnlyList<IResource> resources) => Prometheus.TargetsFor(
        from project in resources.OfType<ProjectResource>()
        // The last: those that have an endpoint for management answer there alone.
        let endpoint = project.Annotations.OfType<EndpointAnnotation>().LastOrDefault()
        where endpoint is not null
        from address in endpoint.Addresses
        select (project.Name, new Uri(address).Authority));

    /// <summary>It runs as a user of its own, whatever the umask here is; there is nothing secret in its files.</summary>
    private static void WriteReadable(string path, string text)
    {
        File.WriteAllText(path, text);
        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.SetUnixFileMode(path, everybody | UnixFileMode.UserWrite);
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, everybody | UnixFileMode.UserWrite
            | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
