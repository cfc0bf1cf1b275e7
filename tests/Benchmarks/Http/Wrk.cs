using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks.Http;

/// <summary>The load generator wrk (Debian package of that name): written in C, it leaves most of the processor to what is measured.</summary>
internal static partial class Wrk
{
    private const int Connections = 16;

    /// <summary>Requests per second over that time.</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="token">Bearer token, or null.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="body">JSON to post, or null for GET.</param>
    /// <exception cref="InvalidOperationException">An answer was not 2xx: the figure would be that of an error.</exception>
    public static async Task<double> RateAsync(Uri address, string? token, int seconds, string? body = null)
    {
        List<string> arguments = ["-t1", $"-c{Connections}", $"-d{seconds}s"];
        if (token is not null) arguments.AddRange(["-H", $"Authorization: Bearer {token}"]);
        var script = body is null ? null : Path.GetTempFileName();
        if (script is not null)
        {
            await File.WriteAllTextAsync(script, $"wrk.method = \"POST\"\nwrk.body = [==[{body}]==]\nwrk.headers[\"Content-Type\"] = \"application/json\"\n");
            arguments.AddRange(["-s", script]);
        }
        arguments.Add(address.ToString());
        var output = await RunAsync("wrk", arguments);
        if (script is not null) File.Delete(script);
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || Rate().Match(output) is not { Success: true } match)
            throw new InvalidOperationException($"{address}: {output}");
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Sees that wrk is there; as root it is installed.</summary>
    public static async Task EnsureAsync()
    {
        if (File.Exists("/usr/bin/wrk")) return;
        if (!Environment.IsPrivilegedProcess) throw new InvalidOperationException("wrk is not installed: sudo apt-get install -y wrk");
        await RunAsync("apt-get", ["update", "-q"]);
        await RunAsync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "wrk"]);
    }

    private static async Task<string> RunAsync(string command, List<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {output}");
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
