using AppHost.Publishing;
using Xunit;

namespace AppHost.Tests;

/// <summary>What Program.cs says, read from the model that it builds.</summary>
public sealed class WiringTests
{
    private static readonly string[] Services = ["identity", "municipalities", "enterprises", "matchmaking", "knowledge"];

    [Fact]
    public void Each_service_has_its_own_database_the_broker_and_a_health_check()
    {
        var model = Model();
        foreach (var name in Services)
        {
            var references = model[name].Annotations.OfType<ReferenceAnnotation>().ToList();
            var database = Assert.IsType<PostgresDatabaseResource>(Assert.Single(references, reference => reference.Name == name).Resource);
            Assert.Equal(name, database.DatabaseName);
            Assert.Single(references, reference => reference is { Resource: PostgresDatabaseResource });
            Assert.Single(references, reference => reference is { Name: "messaging", Resource: RabbitMQServerResource });
            Assert.Equal("/health/ready", Assert.Single(model[name].Annotations.OfType<HttpHealthCheckAnnotation>()).Path);
        }
    }

    [Fact]
    public void No_service_calls_another_except_for_tokens()
    {
        var model = Model();
        foreach (var name in Services)
            Assert.All(model[name].Annotations.OfType<ReferenceAnnotation>().Select(reference => reference.Resource).OfType<ProjectResource>(),
                called => Assert.Equal("identity", called.Name));
    }

    [Fact]
    public void Each_service_waits_for_its_own_migrations_which_wait_for_its_database()
    {
        var model = Model();
        foreach (var name in Services)
        {
            var wait = Assert.Single(model[name].Annotations.OfType<WaitAnnotation>());
            Assert.Equal((WaitType.UntilCompleted, $"{name}-migrations"), (wait.Type, wait.Resource.Name));
            Assert.Equal(["migrate"], wait.Resource.Annotations.OfType<ArgumentsAnnotation>().SelectMany(arguments => arguments.Arguments));
            Assert.Equal($"{name}-db", Assert.Single(wait.Resource.Annotations.OfType<WaitAnnotation>()).Resource.Name);
            Assert.Equal(ProjectOf(model[name]), ProjectOf(wait.Resource));
        }
    }

    [Fact]
    public void Only_the_gateway_is_open_to_others_and_it_knows_everything_behind_it()
    {
        var model = Model();
        var open = model.Values.Where(resource => resource.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal));
        Assert.Equal("gateway", Assert.Single(open).Name);
        Assert.Equal([.. Services.Append("portal").Order()], model["gateway"].Annotations.OfType<ReferenceAnnotation>().Select(reference => reference.Name).Order());
        Assert.Equal(8080, Door(model).Port);
        Assert.False(Endpoint(model, "management").IsExternal);
    }

    [Fact]
    public void Those_that_send_browsers_somewhere_know_the_public_address()
    {
        var model = Model();
        foreach (var name in new[] { "gateway", "identity", "identity-migrations", "portal" })
            Assert.Single(model[name].Annotations.OfType<EnvironmentAnnotation>(), variable => variable.Name == "PublicUrl");
    }

    [Fact]
    public void Replicas_and_port_follow_the_command_line()
    {
        var model = Model("--replicas", "2", "--port", "9000");
        foreach (var name in Services.Append("portal"))
            Assert.Equal(2, Assert.Single(model[name].Annotations.OfType<ReplicaAnnotation>()).Replicas);
        Assert.Equal(9000, Door(model).Port);
        Assert.Null(Door(Model("--port", "0")).Port);
    }

    [Theory]
    [InlineData("--operation", "publish")]
    [InlineData("--publisher", "manifest")]
    [InlineData("--target", "compose")]
    public void What_only_Aspire_can_do_is_refused(string word, string value)
    {
        var refusal = PublishTarget.Refusal(DistributedApplication.CreateBuilder([word, value]).Configuration, runs: true);
        Assert.Contains(word, refusal, StringComparison.Ordinal);
        Assert.Contains("-p:UseAspire=true", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_is_published_to_what_is_known_alone()
    {
        var refusal = PublishTarget.Refusal(DistributedApplication.CreateBuilder(["--target", "swarm"]).Configuration, runs: false);
        Assert.Equal("Unknown --target swarm: compose or kubernetes.", refusal);
        Assert.Null(PublishTarget.Refusal(DistributedApplication.CreateBuilder([]).Configuration, runs: true));
    }

    [Fact]
    public void Every_project_of_the_model_is_in_the_repository()
    {
        Assert.All(Model().Values.OfType<ProjectResource>(), project => Assert.True(File.Exists(ProjectOf(project)), ProjectOf(project)));
    }

    private static EndpointAnnotation Door(Dictionary<string, IResource> model) => Endpoint(model, "http");

    private static EndpointAnnotation Endpoint(Dictionary<string, IResource> model, string name) =>
        Assert.Single(model["gateway"].Annotations.OfType<EndpointAnnotation>(), endpoint => endpoint.Name == name);

    private static string ProjectOf(IResource resource) => resource.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;

    private static Dictionary<string, IResource> Model(params string[] arguments)
    {
        DistributedApplication? described = null;
        DistributedApplication.Instead.Value = application => described = application;
        typeof(Local.Home).Assembly.EntryPoint!.Invoke(null, [arguments]);
        return described!.Resources.ToDictionary(resource => resource.Name);
    }
}
