using System.Globalization;

namespace AiNewsBot.Storage.Leases;

/// <summary>A process by a name under which another one of the same machine can see that
/// it is gone: where it is not certain, it is not gone.</summary>
internal static class LeaseHolder
{
    private const string Unknown = "-";

    // A number is given to another process one day, and containers count their processes each from 1: hence the start and the container.
    public static string Current { get; } =
        $"{Environment.MachineName.Replace(' ', '-')}/{Container()}/"
        + $"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}/{StartOf(Environment.ProcessId) ?? Unknown}";

    public static bool IsGone(string holder)
    {
        var name = holder.Split(' ')[0];
        var (parts, mine) = (name.Split('/'), Current.Split('/'));
        return parts.Length == 4
            && parts[0] == mine[0]
            && parts[1] == mine[1]
            && parts[1] != Unknown
            && parts[3] != Unknown
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && StartOf(id) != parts[3];
    }

    private static string Container()
    {
        try
        {
            return new FileInfo("/proc/self/ns/pid").LinkTarget?.Replace("/", "", StringComparison.Ordinal) ?? Unknown;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unknown;
        }
    }

    // When it started, in ticks since the machine did: the 22nd field, counted behind the name, which may hold anything.
    private static string? StartOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

            // A zombie runs no more.
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
