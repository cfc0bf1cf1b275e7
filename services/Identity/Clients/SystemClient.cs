using System.Text.Json;
using OpenIddict.Abstractions;

namespace Identity.Clients;

/// <summary>A system's role and organisation, kept with its registration.</summary>
internal static class SystemClient
{
    private const string Role = "role";
    private const string Org = "org";

    public static void SpeaksFor(this OpenIddictApplicationDescriptor client, string role, string org)
    {
        client.Properties[Role] = JsonSerializer.SerializeToElement(role);
        client.Properties[Org] = JsonSerializer.SerializeToElement(org);
    }

    public static async Task<(string? Name, string? Role, string? Org)> Read(IOpenIddictApplicationManager clients, object client, CancellationToken stop)
    {
        var properties = await clients.GetPropertiesAsync(client, stop);
        return (await clients.GetDisplayNameAsync(client, stop),
            properties.TryGetValue(Role, out var role) ? role.GetString() : null,
            properties.TryGetValue(Org, out var org) ? org.GetString() : null);
    }
}
