using System.Runtime.CompilerServices;

namespace Testing;

/// <summary>Each host would watch its configuration files, and a machine has few watchers (128 for a user); the tests start many hosts at once.</summary>
internal static class NoFileWatchers
{
    [ModuleInitializer]
    internal static void TurnOff() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
