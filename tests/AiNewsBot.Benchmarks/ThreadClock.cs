using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AiNewsBot.Benchmarks;

/// <summary>Processor time of this thread: what else the machine does is not in it. Elsewhere than on Linux, time by the clock.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    /// <summary>Milliseconds since some moment.</summary>
    public static double Now
    {
        get
        {
            if (!OperatingSystem.IsLinux() || Read(ThreadProcessorTime, out var time) != 0)
                return Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
            return time.Seconds * 1000.0 + time.Nanoseconds / 1e6;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
