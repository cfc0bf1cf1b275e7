using System.Text.Json;
using AppHost.Local.Engine;
using Testing;

namespace AppHost.Tests.Engine;

/// <summary>A model whose services are shell scripts, run by the real engine.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly Scratch scratch = new();
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter console = new();
    private readonly List<IResource> resources = [];
    private readonly IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder([]);
    private Task<int>? run;

    public string Of(string name) => scratch.Of(name);
    public string Data => Of("data");

    /// <summary>What a person would have seen.</summary>
    public string Console
    {
        get { lock (console) return console.ToString(); }
    }

    public IResourceBuilder<ProjectResource> Add(string name, string script)
    {
        var path = Of($"{name}.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var project = builder.AddResource(new ProjectResource(name)).WithAnnotation<IProjectMetadata>(new Script(path));
        resources.Add(project.Resource);
        return project;
    }

    public void Start(EngineOptions? options = null) =>
        run = LocalEngine.RunAsync(resources, options ?? new EngineOptions(Data), TextWriter.Synchronized(console), stop.Token);

    public Task<int> ExitCodeAsync() => run!.WaitAsync(TimeSpan.FromSeconds(120));

    public Task<int> StopAsync()
    {
        stop.Cancel();
        return ExitCodeAsync();
    }

    /// <summary>state.json once <paramref name="isEnough"/> holds; it is written when all is healthy.</summary>
    public Task<JsonElement> StateAsync(Func<JsonElement, bool>? isEnough = null) => Eventually.SeeAsync(
        async () => JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(Data, "state.json"))), isEnough ?? (_ => true));

    public static int[] PidsOf(JsonElement state, string resource) => [.. state.GetProperty("resources").EnumerateArray()
        .Single(entry => entry.GetProperty("name").GetString() == resource).GetProperty("pids").EnumerateArray().Select(pid => pid.GetInt32())];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (run is not null) await run;
        stop.Dispose();
        scratch.Dispose();
    }

    private sealed class Script(string path) : Projects.LocalProject(path)
    {
        public override string Program => ProjectPath;
    }
}
