namespace AiNewsBot.Discord.Gateway;

/// <summary>Discord will not have this bot, now or later: a bad token, or settings that it cannot accept. Trying again would only burn the
/// day's identifies.</summary>
public sealed class GatewayRefusedException(string message, int code) : Exception($"{message} ({code}).")
{
    /// <summary>The close code or HTTP status.</summary>
    public int Code { get; } = code;
}
