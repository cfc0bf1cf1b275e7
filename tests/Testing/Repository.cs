using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Testing;

/// <summary>Files of the repository that tests look at.</summary>
public static class Repository
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Compares a service's generated OpenAPI document with the committed one, so that a change of the contract is seen in
    /// review. <c>UPDATE_OPENAPI=1</c> in the environment rewrites the committed document instead.
    /// </summary>
    /// <param name="service">Such as <c>municipalities</c>.</param>
    /// <param name="client">A client of that service.</param>
    public static async Task OpenApiIsAsCommitted(string service, HttpClient client)
    {
        var node = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!.AsObject();
        // Where it happens to be served is no part of the contract.
        node.Remove("servers");
        var generated = node.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Root, "docs", "openapi", $"{service}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, generated);
        }
        Assert.True(File.Exists(path), $"docs/openapi/{service}.json is missing; UPDATE_OPENAPI=1 writes it.");
        Assert.Equal((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), generated);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run below the folder that holds Platform.sln.");
    }
}
