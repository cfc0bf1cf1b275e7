using Aspire.Hosting.Docker.Resources;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Microsoft.Extensions.Configuration;

namespace AppHost.Publishing;

/// <summary>What Aspire leaves out of a Compose file: health, replicas, who waits until whom is healthy, what outlives a container.</summary>
internal static class Compose
{
    // .NET's images have bash and no curl. Compose takes a single $ for a variable of its own.
    private const string IsReady = """
        exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 && read -r answer <&3 && [[ $$answer == *' 200 '* ]]
        """;

    public static void AddCompose(this IDistributedApplicationBuilder builder) => builder
        .AddDockerComposeEnvironment("compose")
        .WithDashboard(builder.Configuration.GetValue("dashboard", false))
        .ConfigureComposeFile(file => Complete(file, builder.Resources))
        .ConfigureEnvFile(variables =>
        {
            foreach (var (_, migration) in builder.Resources.Migrations())
                variables.Remove($"{migration.Name.Replace('-', '_').ToUpperInvariant()}_IMAGE");
        });

    /// <summary>The services that are migrated before they start, each with what migrates it.</summary>
    public static IEnumerable<(ProjectResource Service, ProjectResource Migration)> Migrations(this IEnumerable<IResource> resources) =>
        from service in resources.OfType<ProjectResource>()
        from wait in service.Annotations.OfType<WaitAnnotation>()
        where wait.WaitType == WaitType.WaitForCompletion
        select (service, (ProjectResource)wait.Resource);

    private static void Complete(ComposeFile file, IEnumerable<IResource> resources)
    {
        var migrations = resources.Migrations().ToDictionary(pair => pair.Migration, pair => pair.Service);
        foreach (var project in resources.OfType<ProjectResource>())
        {
            var service = file.Services[project.Name];
            // The same image, so that a service never meets the tables of another version.
            if (migrations.TryGetValue(project, out var migrated)) service.Image = file.Services[migrated.Name].Image;
            else Serve(service, project.GetReplicaCount());
        }
        foreach (var postgres in resources.OfType<PostgresServerResource>())
            Stay(file.Services[postgres.Name], Check(["CMD", "pg_isready", "-h", "127.0.0.1", "-U", "postgres"], "5s"));
        foreach (var messaging in resources.OfType<RabbitMQServerResource>())
        {
            // A node's data belongs to its host's name, which would be another for each new container.
            file.Services[messaging.Name].Hostname = messaging.Name;
            Stay(file.Services[messaging.Name], Check(["CMD", "rabbitmq-diagnostics", "-q", "ping"], "30s"));
        }
        Stay(file.Services["prometheus"]);
        Keep(file, "prometheus", "/prometheus");
        Keep(file, "portal", PublishTarget.Home);

        foreach (var (name, dependency) in file.Services.Values.SelectMany(service => service.DependsOn))
            if (dependency.Condition == "service_started" && file.Services[name].Healthcheck is not null) dependency.Condition = "service_healthy";
        // Alert rules have variables too, and not Compose's.
        foreach (var config in file.Configs.Values) config.Content = config.Content?.Replace("$", "$$", StringComparison.Ordinal);
    }

    private static void Serve(Service service, int replicas)
    {
        Stay(service, Check(["CMD", "bash", "-c", IsReady], "10s"));
        if (replicas > 1) service.Deploy = new() { Replicas = replicas };
    }

    private static void Stay(Service service, Healthcheck? check = null) =>
        (service.Restart, service.StopGracePeriod, service.Healthcheck) = ("unless-stopped", "30s", check);

    private static Healthcheck Check(List<string> test, string interval) =>
        new() { Test = test, Interval = interval, Timeout = "10s", StartPeriod = "60s", Retries = 3 };

    private static void Keep(ComposeFile file, string name, string folder)
    {
        file.AddVolume(new() { Name = $"{name}-data", Driver = "local" });
        file.Services[name].AddVolume(new() { Name = $"{name}-data", Type = "volume", Source = $"{name}-data", Target = folder, ReadOnly = false });
    }
}
