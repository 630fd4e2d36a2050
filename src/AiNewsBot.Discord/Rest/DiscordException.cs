using System.Net;

namespace AiNewsBot.Discord.Rest;

/// <summary>Discord refused a request.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's own code; 0 when it gave none.</param>
/// <param name="message">What Discord says.</param>
public sealed class DiscordException(HttpStatusCode status, int code, string message)
    : Exception($"Discord answered {(int)status}, code {code}: {message}")
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Discord's own code; 0 when it gave none. See <see cref="DiscordCode"/>.</summary>
    public int Code { get; } = code;
}
