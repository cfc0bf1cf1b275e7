namespace Aspire.Hosting
{
    internal interface IProjectMetadata : IResourceAnnotation
    {
        string ProjectPath { get; }
    }

    internal sealed class ProjectResourceOptions
    {
        public bool ExcludeLaunchProfile { get; set; }
    }

    internal static class ProjectResourceBuilderExtensions
    {
        public static IResourceBuilder<ProjectResource> AddProject<TProject>(
            this IDistributedApplicationBuilder builder, string name, Action<ProjectResourceOptions> configure) where TProject : IProjectMetadata, new()
        {
            var options = new ProjectResourceOptions();
            configure(options);
            if (!options.ExcludeLaunchProfile) throw new NotSupportedException($"{name}: launch profiles are not read by the local engine.");
            return builder.AddResource(new ProjectResource(name)).WithAnnotation<IProjectMetadata>(new TProject());
        }

        public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
            builder.WithAnnotation(new ReplicaAnnotation(replicas));

        /// <summary>Aspire sets the variable only when it publishes, so there is nothing to take back here.</summary>
        public static IResourceBuilder<ProjectResource> DisableForwardedHeaders(this IResourceBuilder<ProjectResource> builder) => builder;
    }
}

// The classes that Aspire's SDK generates, one for each referenced project.
namespace Projects
{
    internal sealed class Enterprises() : LocalProject("services/Enterprises/Enterprises.csproj");
    internal sealed class Gateway() : LocalProject("gateway/Gateway.csproj");
    internal sealed class Identity() : LocalProject("services/Identity/Identity.csproj");
    internal sealed class Knowledge() : LocalProject("services/Knowledge/Knowledge.csproj");
    internal sealed class Matchmaking() : LocalProject("services/Matchmaking/Matchmaking.csproj");
    internal sealed class Municipalities() : LocalProject("services/Municipalities/Municipalities.csproj");
    internal sealed class Portal() : LocalProject("services/Portal/Portal.csproj");

    internal abstract class LocalProject(string path) : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath { get; } = Path.GetFullPath(Path.Combine(AppHost.Local.Home.Folder, "..", path));

        /// <summary>Built together with the app host, in the same configuration.</summary>
        public virtual string Program => Path.Combine(
            Path.GetDirectoryName(ProjectPath)!, "bin", AppHost.Local.Home.Configuration, "net10.0", Path.GetFileNameWithoutExtension(ProjectPath));
    }
}
