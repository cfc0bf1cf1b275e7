using System.Runtime.InteropServices;

namespace Benchmarks.Matching;

/// <summary>
/// Time that this thread has been computing (Linux, CLOCK_THREAD_CPUTIME_ID). On a machine that others use too, it tells what a question costs on one core,
/// where a watch tells how long the others let it wait.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Milliseconds so far.</summary>
    public static double Milliseconds =>
        GetTime(ThreadCpuTime, out var time) == 0 ? time.Seconds * 1e3 + time.Nanoseconds / 1e6 : throw new PlatformNotSupportedException("No clock of a thread's computing time.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Span time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Span
    {
        public nint Seconds, Nanoseconds;
    }
}
