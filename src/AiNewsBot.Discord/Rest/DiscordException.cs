using System.Collections.Immutable;
using System.Net;

namespace AiNewsBot.Discord.Rest;

/// <summary>Discord refused a request.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's own code; 0 when it gave none.</param>
/// <param name="message">What Discord says.</param>
/// <param name="errors">What it finds wrong with single fields.</param>
/// <param name="retryAfter">When to try again.</param>
public sealed class DiscordException(
    HttpStatusCode status,
    int code,
    string message,
    ImmutableArray<DiscordFieldError> errors = default,
    TimeSpan? retryAfter = null
) : Exception($"Discord answered {(int)status}, code {code}: {message}{Listed(errors)}")
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Discord's own code; 0 when it gave none. See <see cref="DiscordCode"/>.</summary>
    public int Code { get; } = code;

    /// <summary>What Discord finds wrong with single fields of the body; mostly empty.</summary>
    public ImmutableArray<DiscordFieldError> Errors { get; } = errors.IsDefault ? [] : errors;

    /// <summary>How long to wait before another attempt, where a limit was met that asks for more than a request waits.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>What it means, by Discord's own code where it gave one, else by the status.</summary>
    public DiscordErrorKind Kind =>
        Code switch
        {
            DiscordCode.AlreadyAcknowledged => DiscordErrorKind.AlreadyAnswered,
            DiscordCode.UnknownChannel
            or DiscordCode.UnknownGuild
            or DiscordCode.UnknownMessage
            or DiscordCode.UnknownWebhook
            or DiscordCode.UnknownInteraction
            or DiscordCode.InvalidWebhookToken => DiscordErrorKind.Gone,
            DiscordCode.MissingAccess or DiscordCode.MissingPermissions or DiscordCode.CannotSendToUser => DiscordErrorKind.Forbidden,
            DiscordCode.InvalidFormBody => DiscordErrorKind.BadRequest,
            _ => Status switch
            {
                HttpStatusCode.Unauthorized => DiscordErrorKind.Unauthorized,
                HttpStatusCode.Forbidden => DiscordErrorKind.Forbidden,
                HttpStatusCode.NotFound => DiscordErrorKind.Gone,
                HttpStatusCode.TooManyRequests => DiscordErrorKind.RateLimited,

                // Of a proxy before Discord: it got no answer in time, or does not know the route.
                HttpStatusCode.RequestTimeout => DiscordErrorKind.Unavailable,
                HttpStatusCode.NotImplemented => DiscordErrorKind.BadRequest,
                >= HttpStatusCode.InternalServerError => DiscordErrorKind.Unavailable,
                _ => DiscordErrorKind.BadRequest,
            },
        };

    private static string Listed(ImmutableArray<DiscordFieldError> errors) =>
        errors.IsDefaultOrEmpty ? "" : $" ({string.Join("; ", errors.Select(error => $"{error.Path}: {error.Message}"))})";
}
