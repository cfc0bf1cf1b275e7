using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks.Search;

/// <summary>
/// Time that this process and one process of the database have been computing (Linux): what a question costs on one core,
/// where a watch on a machine that others use too tells how long the others let it wait.
/// </summary>
internal sealed partial class ComputeClock(int backend)
{
    private const int ProcessCpuTime = 2;
    private readonly string schedule = string.Create(CultureInfo.InvariantCulture, $"/proc/{backend}/schedstat");

    /// <summary>Milliseconds of this process so far.</summary>
    public static double Own => GetTime(ProcessCpuTime, out var time) == 0 ? time.Seconds * 1e3 + time.Nanoseconds / 1e6 : throw new PlatformNotSupportedException("No clock of a process's computing time.");

    /// <summary>Milliseconds of the database's process so far.</summary>
    public double Database => long.Parse(File.ReadAllText(schedule).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Span time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Span
    {
        public nint Seconds, Nanoseconds;
    }
}
