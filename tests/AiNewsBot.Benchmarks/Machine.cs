using System.Runtime.InteropServices;

namespace AiNewsBot.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Description =>
        $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, "
        + $"{Processor()}";

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
                ?? "processor unknown"
            : "processor unknown";
}
