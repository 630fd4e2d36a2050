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

    /// <summary>What it means, by Discord's own code where it gave one, else by the status.</summary>
    public DiscordFault Fault => Code switch
    {
        DiscordCode.AlreadyAcknowledged => DiscordFault.AlreadyAnswered,
        DiscordCode.UnknownChannel or DiscordCode.UnknownGuild or DiscordCode.UnknownMessage or DiscordCode.UnknownWebhook
            or DiscordCode.UnknownInteraction or DiscordCode.InvalidWebhookToken => DiscordFault.Gone,
        DiscordCode.MissingAccess or DiscordCode.MissingPermissions or DiscordCode.CannotSendToUser => DiscordFault.Forbidden,
        DiscordCode.InvalidFormBody => DiscordFault.OurMistake,
        _ => Status switch
        {
            HttpStatusCode.Unauthorized => DiscordFault.Unauthorized,
            HttpStatusCode.Forbidden => DiscordFault.Forbidden,
            HttpStatusCode.NotFound => DiscordFault.Gone,
            HttpStatusCode.TooManyRequests => DiscordFault.RateLimited,
            >= HttpStatusCode.InternalServerError => DiscordFault.Unavailable,
            _ => DiscordFault.OurMistake,
        },
    };
}
