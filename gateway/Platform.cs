namespace Gateway;

/// <summary>What stands behind the gateway. A name here is a service's name in addresses, configuration and audiences.</summary>
internal static class Platform
{
    /// <summary>The services with a public API each, <c>/{name}/v1</c>, a document <c>/openapi/{name}.json</c> and an audience.</summary>
    public static readonly string[] Apis = ["municipalities", "enterprises", "matchmaking", "knowledge"];

    public const string Identity = "identity";
    public const string Portal = "portal";

    /// <summary>Everything that must be ready for the platform to be.</summary>
    public static readonly string[] All = [.. Apis, Identity, Portal];

    private static readonly string[] Schemes = ["https", "http"];

    /// <summary>The service's addresses, several when it has replicas: <c>services:{name}:http:0</c>, <c>:1</c> …</summary>
    public static IReadOnlyList<string> Addresses(IConfiguration configuration, string service) =>
        [.. Schemes.SelectMany(scheme => configuration.GetSection($"services:{service}:{scheme}").GetChildren())
            .Select(entry => entry.Value).Where(address => !string.IsNullOrWhiteSpace(address)).Cast<string>().Distinct()];
}
