using System.Globalization;
using System.Text;

namespace AppHost.Local.Engine;

/// <summary>What is said once all is healthy: where things are, who can sign in, what took the time.</summary>
internal static class Announcement
{
    public static void Say(IReadOnlyList<IResource> resources, IReadOnlyList<Part> parts, EngineOptions options, Output output)
    {
        var gateway = resources.SelectMany(resource => resource.Annotations.OfType<EndpointAnnotation>()).FirstOrDefault(endpoint => endpoint.IsExternal)?.Addresses[0];
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"\nThe platform is healthy after {output.Now:0.0} s. Seconds from a part's turn until it was healthy:");
        foreach (var part in parts.OrderBy(part => part.Times.Ready))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {part.Name,-26} {part.Times.Ready - part.Times.Began,5:0.0}   (from {part.Times.Began:0.0} to {part.Times.Ready:0.0})");
        text.AppendLine();
        if (gateway is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"""
              Portal            {gateway}/
              API reference     {gateway}/docs
              Health            {gateway}/health/ready
            """);
        if (parts.FirstOrDefault(part => part.Name == "prometheus") is { Addresses: [var prometheus, ..] })
            text.AppendLine(CultureInfo.InvariantCulture, $"  Prometheus        {prometheus}/");
        text.Append(CultureInfo.InvariantCulture, $"""
              Logs              {options.DataFolder}/logs/
              For scripts       {options.DataFolder}/state.json

            Sign in with the password Natverket-2026 as
              malmo.utvecklingsledare, malmo.upphandlare, malmo.enhetschef   (and the other pilots: helsingborg, umea, …)
              foretag.f01 … foretag.f20      skr.processledare      drift
            First steps: README.md. Next: http requests to {gateway}/municipalities/v1/needs need no token.
            Ctrl-C stops everything and keeps the data; start with -- --fresh to begin anew.
            """);
        output.Say(text.ToString());
    }
}
