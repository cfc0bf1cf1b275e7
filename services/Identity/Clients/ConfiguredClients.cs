using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace Identity.Clients;

/// <summary>
/// Systems that operations has let in, from configuration: <c>Clients:{id}</c> with <c>Name</c>, <c>Role</c>, <c>Org</c>, <c>Scopes</c> and either
/// <c>Jwks</c> (the system signs with its own key, RFC 7523; recommended) or <c>Secret</c>.
/// </summary>
internal static class ConfiguredClients
{
    public static IEnumerable<OpenIddictApplicationDescriptor> Read(IConfiguration configuration)
    {
        foreach (var entry in configuration.GetSection("Clients").GetChildren())
        {
            var client = PlatformClients.ForSystem(entry.Key, entry["Name"] ?? entry.Key, Required(entry, "Role"), Required(entry, "Org"),
                entry.GetSection("Scopes").Get<string[]>() ?? []);
            client.ClientSecret = entry["Secret"];
            if (entry["Jwks"] is { } keys) client.JsonWebKeySet = new JsonWebKeySet(keys);
            if (client.ClientSecret is null && client.JsonWebKeySet is null) throw new InvalidOperationException($"Clients:{entry.Key} has neither Jwks nor Secret.");
            yield return client;
        }
    }

    private static string Required(IConfigurationSection entry, string name) =>
        entry[name] ?? throw new InvalidOperationException($"{entry.Path}:{name} is missing.");
}
