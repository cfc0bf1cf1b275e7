// The platform on one screen. Two engines start this same file: Local/ as plain processes of this machine, and Aspire, with
// -p:UseAspire=true, as containers with a dashboard and with publishing.
//
//   --port 8080      the gateway's port, the only one open to others        --replicas 1   processes of each service
//   --data .data     where everything is kept (local engine)                --fresh        begin anew (local engine)
//   --target compose or kubernetes, when Aspire publishes: docs/apphost.md
using AppHost.Observability;
using AppHost.Publishing;
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var run = builder.ExecutionContext.IsRunMode;
var port = builder.Configuration.GetValue("port", 8080);
var replicas = builder.Configuration.GetValue("replicas", 1);
// What browsers call the platform. Published, that is for the operator to say.
var publicUrl = run ? null : builder.AddParameter("public-url");
// By this the gateway knows the portal, which reads the APIs for many visitors.
var visitorKey = run ? null : builder.AddParameter("visitor-key", secret: true);
var visitorKeyOfThisRun = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume();

var gateway = Web<Projects.Gateway>("gateway", port > 0 ? port : null).WithExternalHttpEndpoints().DisableForwardedHeaders()
    .WithHttpEndpoint(targetPort: run ? null : 8081, name: "management", env: "MANAGEMENT_PORT");
var identity = Service<Projects.Identity>("identity");
IResourceBuilder<ProjectResource>[] services =
[
    Service<Projects.Municipalities>("municipalities").WithReference(identity),
    Service<Projects.Enterprises>("enterprises").WithReference(identity),
    Service<Projects.Matchmaking>("matchmaking").WithReference(identity),
    Service<Projects.Knowledge>("knowledge").WithReference(identity),
];
// Without a mail server the service keeps its mails: Smtp:Host, Smtp:Port, Smtp:User, Smtp:Password, Smtp:From, Smtp:Security.
foreach (var (setting, value) in builder.Configuration.GetSection("Smtp").AsEnumerable())
    if (value is not null) services[^1].WithEnvironment(setting.Replace(":", "__", StringComparison.Ordinal), value);
var portal = Web<Projects.Portal>("portal").WithReference(identity).WithReplicas(replicas);

IResourceBuilder<ProjectResource>[] behind = [identity, .. services, portal];
foreach (var service in behind) gateway.WithReference(service);
KnowsVisitors(KnowsItsAddress(gateway));
KnowsVisitors(KnowsItsAddress(portal)).WithReference(gateway);
// Whoever is signed in at one replica is at the others too, and when published also after a restart.
if (!run) portal.WithEnvironment("Session__Folder", $"{PublishTarget.Home}/sessions").WithEnvironment("DataProtection__Folder", $"{PublishTarget.Home}/keys");
else if (replicas > 1) portal.WithEnvironment("Session__Folder", Path.Combine(Path.GetTempPath(), $"portal-sessions-{visitorKeyOfThisRun[..8]}"));

var prometheus = builder.AddContainer("prometheus", "prom/prometheus", "v3.5.0")
    .WithContainerFiles("/etc/prometheus", Prometheus.Files(["gateway:8081", .. behind.Select(service => $"{service.Resource.Name}:8080")], published: !run))
    .WithHttpEndpoint(targetPort: 9090);
// The status page reads it; without it the page says so.
portal.WithEnvironment("Prometheus__Address", prometheus.GetEndpoint("http"));

if (builder.AddPublishTarget()) builder.Build().Run();

// A service with its own database, migrated before it starts. It does not wait for the broker: without one, its events wait.
IResourceBuilder<ProjectResource> Service<TProject>(string name) where TProject : IProjectMetadata, new()
{
    var database = postgres.AddDatabase($"{name}-db", name);
    var migrated = KnowsItsAddress(Process<TProject>($"{name}-migrations")).WithArgs("migrate").WithReference(database, name).WaitFor(database);
    return KnowsItsAddress(Web<TProject>(name))
        .WithReference(database, name).WithReference(messaging).WaitForCompletion(migrated).WithReplicas(replicas);
}

// Plain http inside the platform: a launch profile would add an https endpoint that nobody serves when published.
IResourceBuilder<ProjectResource> Web<TProject>(string name, int? port = null) where TProject : IProjectMetadata, new() =>
    Process<TProject>(name).WithHttpEndpoint(port: port, targetPort: run ? null : 8080).WithHttpHealthCheck("/health/ready");

IResourceBuilder<ProjectResource> Process<TProject>(string name) where TProject : IProjectMetadata, new()
{
    var process = builder.AddProject<TProject>(name, options => options.ExcludeLaunchProfile = true);
    return run ? process.WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development").WithEnvironment("Seed__Demonstration", "true") : process;
}

IResourceBuilder<ProjectResource> KnowsItsAddress(IResourceBuilder<ProjectResource> project) => publicUrl is null
    ? project.WithEnvironment("PublicUrl", gateway.GetEndpoint("http"))
    : project.WithEnvironment("PublicUrl", publicUrl);

IResourceBuilder<ProjectResource> KnowsVisitors(IResourceBuilder<ProjectResource> project) => visitorKey is null
    ? project.WithEnvironment("Edge__VisitorKey", visitorKeyOfThisRun)
    : project.WithEnvironment("Edge__VisitorKey", visitorKey);
