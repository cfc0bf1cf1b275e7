using System.Text.Json;

namespace AppHost.Local.Engine;

/// <summary>
/// <c>state.json</c> in the data folder, for tests and scripts: there once all is healthy, gone when the platform has stopped.
/// Only its owner can read it, since it holds the passwords.
/// </summary>
internal sealed class StateFile(string dataFolder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };
    private readonly string path = Path.Combine(dataFolder, "state.json");

    public async Task WriteAsync(IReadOnlyList<IResource> resources, IReadOnlyList<Part> parts, Output output)
    {
        var connections = new Dictionary<string, string?>();
        foreach (var reference in resources.SelectMany(resource => resource.Annotations.OfType<ReferenceAnnotation>()))
            if (reference.Resource is IResourceWithConnectionString source) connections[reference.Name] = await source.GetConnectionStringAsync();
        var state = new
        {
            gateway = resources.SelectMany(resource => resource.Annotations.OfType<EndpointAnnotation>()).FirstOrDefault(endpoint => endpoint.IsExternal)?.Addresses[0],
            host = Environment.ProcessId,
            dataFolder,
            connectionStrings = connections,
            resources = parts.Select(part => new
            {
                name = part.Name,
                addresses = part.Addresses,
                pids = part.Pids,
                log = output.LogOf(part.Name),
                seconds = Math.Round(part.Times.Ready - part.Times.Began, 2),
            }),
        };
        // Written beside and renamed: a reader sees all of it or nothing.
        var unfinished = path + ".new";
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using (var file = new FileStream(unfinished, create)) await JsonSerializer.SerializeAsync(file, state, Json);
        File.Move(unfinished, path, overwrite: true);
    }

    public void Delete() => File.Delete(path);
}
