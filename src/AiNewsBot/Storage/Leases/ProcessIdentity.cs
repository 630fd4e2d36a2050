using System.Globalization;

namespace AiNewsBot.Storage.Leases;

/// <summary>A process by what lets another one of the same machine see that it is gone: where it is not certain, it is not gone.</summary>
/// <param name="Container">Its namespace of processes, for containers count their processes each from 1.</param>
/// <param name="Start">When it started, since a number is given to another process one day.</param>
internal sealed record ProcessIdentity(string Machine, string Container, int Id, string Start)
{
    private const string Unknown = "-";

    public static ProcessIdentity Current { get; } =
        new(Environment.MachineName.Replace(' ', '-'), ReadContainer(), Environment.ProcessId, ReadStart(Environment.ProcessId) ?? Unknown);

    public bool IsGone =>
        Machine == Current.Machine && Container == Current.Container && Container != Unknown && Start != Unknown && ReadStart(Id) != Start;

    /// <summary>Null for a text of another form.</summary>
    public static ProcessIdentity? TryParse(string text) =>
        text.Split('/') is [var machine, var container, var number, var start]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ProcessIdentity(machine, container, id, start)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine}/{Container}/{Id}/{Start}");

    private static string ReadContainer()
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

    // In ticks since the machine started: the 22nd field, counted behind the name, which may hold anything.
    private static string? ReadStart(int id)
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
