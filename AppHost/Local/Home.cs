using System.Reflection;

namespace AppHost.Local;

/// <summary>Where the app host's project lies and how it was built, as recorded when it was.</summary>
internal static class Home
{
    /// <summary>The folder of AppHost.csproj.</summary>
    public static string Folder { get; } = Read("apphostprojectpath");

    /// <summary>Debug or Release: the services are taken from the same.</summary>
    public static string Configuration { get; } = Read("apphostconfiguration");

    private static string Read(string key) =>
        typeof(Home).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == key).Value!;
}
