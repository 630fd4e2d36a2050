using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Rest;

/// <summary>Webhooks: messages under other names and pictures than the bot's.</summary>
public sealed partial class DiscordRest
{
    /// <summary>The webhooks of a channel; those that the application made come with their tokens.</summary>
    public async Task<IReadOnlyList<Webhook>> GetWebhooksAsync(Snowflake channel, CancellationToken cancellationToken) =>
        [
            .. (
                await ReadAsync(Routes.Webhooks(HttpMethod.Get, channel), DiscordJson.Default.WebhookPayloadArray, cancellationToken)
            ).Select(payload => payload.ToWebhook()),
        ];

    /// <summary>A webhook; with its token where the application made it.</summary>
    public async Task<Webhook> GetWebhookAsync(Snowflake webhook, CancellationToken cancellationToken) =>
        (await ReadAsync(Routes.Webhook(webhook), DiscordJson.Default.WebhookPayload, cancellationToken)).ToWebhook();

    /// <summary>Makes a webhook in a channel.</summary>
    /// <param name="channel">The channel, no thread.</param>
    /// <param name="name">Its own name, 1 to 80 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Webhook> CreateWebhookAsync(Snowflake channel, string name, CancellationToken cancellationToken) =>
        Read(
                await SendAsync(
                    new RestRequest(Routes.Webhooks(HttpMethod.Post, channel))
                    {
                        Body = JsonBody.Create(new NewWebhookPayload(name), RequestJson.Default.NewWebhookPayload),
                    },
                    cancellationToken
                ),
                DiscordJson.Default.WebhookPayload
            )
            .ToWebhook();

    /// <summary>Posts by a webhook. Webhooks know no nonce, so it is never sent again by itself.</summary>
    public async Task<Message> ExecuteWebhookAsync(
        Snowflake webhook,
        string token,
        WebhookMessage message,
        CancellationToken cancellationToken
    ) => MessageReader.Read(await SendAsync(RequestFor(Routes.Execute(webhook, token, message.Thread), message), cancellationToken));

    /// <summary>Changes a message of a webhook; its name and picture stay.</summary>
    public async Task<Message> EditWebhookMessageAsync(
        Snowflake webhook,
        string token,
        Snowflake edited,
        WebhookMessage message,
        CancellationToken cancellationToken
    ) =>
        MessageReader.Read(
            await SendAsync(
                RequestFor(Routes.WebhookMessage(webhook, token, edited, message.Thread), new WebhookMessage(message.Message)),
                cancellationToken
            )
        );

    private static RestRequest RequestFor(Route route, WebhookMessage message) =>
        new(route)
        {
            Body = JsonBody.Create(WebhookMessagePayload.From(message), RequestJson.Default.WebhookMessagePayload),
            Attachments = message.Message.Attachments,
            IsByWebhook = true,
        };
}
