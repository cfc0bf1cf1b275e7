using System.Text.Json;

namespace AppHost.Observability;

/// <summary>The files that Prometheus is started with.</summary>
internal static class Prometheus
{
    /// <summary>Name of the file that says where each service is; read again when it changes.</summary>
    public const string Targets = "targets.json";

    /// <summary>The configuration, the alert rules and where each service answers under an engine that names hosts after services.</summary>
    /// <param name="addresses">Such as <c>needs:8080</c>.</param>
    /// <param name="published">Where a name stands for all processes of a service, which come and go.</param>
    public static IEnumerable<ContainerFileSystemItem> Files(IReadOnlyCollection<string> addresses, bool published = false) =>
    [
        new ContainerFile { Name = "prometheus.yml", Contents = Configuration + (published ? ByName(addresses) : ByFile) },
        new ContainerFile { Name = "rules.yml", Contents = Read("rules.yml") },
        .. published ? [] : new[] { new ContainerFile { Name = Targets, Contents = TargetsFor(addresses.Select(address => (address.Split(':')[0], address))) } },
    ];

    /// <summary>The addresses in the form of <c>file_sd_configs</c>: one entry per process, labelled with its service.</summary>
    public static string TargetsFor(IEnumerable<(string Service, string Address)> targets) =>
        JsonSerializer.Serialize(targets.Select(target => new { targets = new[] { target.Address }, labels = new { service = target.Service } }));

    private const string Configuration = """
        global:
          scrape_interval: 5s
          evaluation_interval: 5s
        rule_files: [rules.yml]
        scrape_configs:
          - job_name: platform
            metrics_path: /metrics

        """;

    private const string ByFile = $"""
            file_sd_configs:
              - files: [{Targets}]
                refresh_interval: 5s

        """;

    private static string ByName(IEnumerable<string> addresses) => $$"""
            dns_sd_configs:
        {{string.Join('\n', addresses.Select(address => address.Split(':')).Select(part =>
            $"      - {{ names: [{part[0]}], type: A, port: {part[1]}, refresh_interval: 5s }}"))}}
            relabel_configs:
              - { source_labels: [__meta_dns_name], regex: '([a-z]+).*', target_label: service }

        """;

    private static string Read(string name)
    {
        using var stream = typeof(Prometheus).Assembly.GetManifestResourceStream($"Observability/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
