using System.Net;
using System.Text.Json;
using AiNewsBot.Discord.Models;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Interactions;

/// <summary>Interactions that Discord sends by HTTP instead of the gateway. Nothing of a request is read before its signature is found to
/// be Discord's.</summary>
public sealed partial class InteractionEndpoint(
    InteractionSignature signature,
    InteractionDispatcher dispatcher,
    ILogger<InteractionEndpoint> logger
)
{
    private static readonly byte[] Pong = """{"type":1}"""u8.ToArray();

    /// <summary>Answers a request.</summary>
    /// <returns>The status, and the JSON of the response's body.</returns>
    public async Task<(HttpStatusCode Status, byte[] Body)> AnswerAsync(string? signatureHeader, string? timestamp, byte[] body)
    {
        // Discord sends wrong signatures on purpose, and turns an endpoint off that accepts one.
        if (!signature.IsValid(signatureHeader, timestamp, body))
            return (HttpStatusCode.Unauthorized, []);
        Interaction interaction;
        try
        {
            interaction = InteractionReader.Read(body);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            Unreadable(logger, exception);
            return (HttpStatusCode.BadRequest, []);
        }

        if (interaction.Kind == InteractionKind.Ping)
            return (HttpStatusCode.OK, Pong);

        // Without a body Discord waits for the callback, which has been sent.
        return await dispatcher.AnswerByHttpAsync(interaction) is { } answer ? (HttpStatusCode.OK, answer) : (HttpStatusCode.Accepted, []);
    }

    [LoggerMessage(1, LogLevel.Error, "Failed to read a signed interaction")]
    private static partial void Unreadable(ILogger logger, Exception exception);
}
