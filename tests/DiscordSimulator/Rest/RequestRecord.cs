namespace DiscordSimulator.Rest;

/// <summary>A request that came in.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path below the API's base.</param>
/// <param name="Body">Its JSON; empty where it has none.</param>
/// <param name="Status">How it was answered.</param>
public sealed record RequestRecord(string Method, string Path, string Body, int Status)
{
    /// <summary>When it came, by the simulator's stopwatch.</summary>
    public long At { get; init; }

    /// <summary>The version of HTTP.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];
}
