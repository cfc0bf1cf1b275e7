using Microsoft.Extensions.Configuration;

namespace AppHost.Publishing;

/// <summary>Where a published platform is to run, chosen by <c>--target compose</c> or <c>--target kubernetes</c>.</summary>
internal static class PublishTarget
{
    /// <summary>The home of the user that .NET's images run as, who may write there: what the portal keeps lies in it, on a volume.</summary>
    public const string Home = "/home/app";

    /// <summary>
    /// Adds the chosen environment. Only one, since with two in a model each resource would have to name its own. Their packages
    /// come with <c>-p:UseAspire=true -p:AspirePublishing=true</c>; a manifest can be published without them.
    /// </summary>
    /// <returns>False when the command line asks for what this build cannot do; it has then been told why.</returns>
    public static bool AddPublishTarget(this IDistributedApplicationBuilder builder)
    {
        var (target, refusal) = (builder.Configuration["target"], Refusal(builder.Configuration, builder.ExecutionContext.IsRunMode));
#if PUBLISHING
        if (target == "kubernetes") refusal ??= Kubernetes.Refusal(builder);
#endif
        if (refusal is not null)
        {
            Console.Error.WriteLine(refusal);
            Environment.ExitCode = 1;
            return false;
        }
#if PUBLISHING
        if (target == "compose") builder.AddCompose();
        else if (target == "kubernetes") builder.AddKubernetes();
#endif
        return true;
    }

    private static readonly string[] PublishingWords = ["operation", "publisher", "step", "target"];

    /// <summary>Aspire takes the arguments that say publish and leaves <c>--target</c>; the local engine sees all of them.</summary>
    public static string? Refusal(IConfiguration configuration, bool runs)
    {
        if (runs)
            return PublishingWords.FirstOrDefault(word => configuration[word] is not null) is { } asked
                ? $"--{asked} is for publishing. That takes a build with -p:UseAspire=true and --operation publish: see docs/apphost.md."
                : null;
        var target = configuration["target"];
        if (target is not (null or "compose" or "kubernetes")) return $"Unknown --target {target}: compose or kubernetes.";
#if PUBLISHING
        return null;
#else
        return target is null ? null : $"--target {target} takes a build with -p:UseAspire=true -p:AspirePublishing=true: see docs/apphost.md.";
#endif
    }
}
