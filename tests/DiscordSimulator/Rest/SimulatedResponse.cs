namespace DiscordSimulator.Rest;

/// <summary>An answer of the REST API.</summary>
internal sealed record SimulatedResponse(int Status, string Body = "")
{
    /// <summary>What the client did that the protocol forbids; null for nothing.</summary>
    public string? Violation { get; init; }

    public static SimulatedResponse Ok(string body) => new(200, body);

    public static SimulatedResponse Error(int status, int code, string message) =>
        new(status, $$"""{"message":"{{message}}","code":{{code}}}""");

    public static SimulatedResponse NoContent { get; } = new(204);
}
