namespace DiscordSimulator.Rest;

/// <summary>A request that will be answered otherwise than it should.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Contains">What its path contains.</param>
/// <param name="Status">The status of the answer; 0 to cut the connection.</param>
/// <param name="Body">The body of the answer.</param>
/// <param name="Headers">Headers of the answer.</param>
/// <param name="Applies">Whether the request takes effect all the same.</param>
internal sealed record RestFault(
    string Method,
    string Contains,
    int Status,
    string Body,
    IReadOnlyDictionary<string, string> Headers,
    bool Applies
);
