using AiNewsBot.Chat.Posting;

namespace AiNewsBot.DiscordNet;

/// <summary>Posts nothing: Discord.Net sends no nonce with a message, and without one a post could be posted twice.</summary>
internal sealed class RefusingPoster : IChannelPoster
{
    private const string Reason = "Discord.Net sends no nonce with a message; posting needs Discord:Client=Lean";

    public Task<(ChannelInfo? Channel, PostOutcome? Refusal)> ChannelAsync(string channel, CancellationToken cancellationToken) =>
        Task.FromResult<(ChannelInfo?, PostOutcome?)>((null, Refusal));

    public Task<bool> MayPostAsync(string channel, string? tag, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<PostOutcome> PostAsync(string channel, ChannelPost post, string? nonce, CancellationToken cancellationToken) =>
        Task.FromResult(Refusal);

    public Task<(string? Channel, PostOutcome? Refusal)> DirectAsync(string user, CancellationToken cancellationToken) =>
        Task.FromResult<(string?, PostOutcome?)>((null, Refusal));

    public Task<(string? Webhook, PostOutcome? Refusal)> WebhookAsync(string channel, CancellationToken cancellationToken) =>
        Task.FromResult<(string?, PostOutcome?)>((null, Refusal));

    public Task<PostOutcome> PostToForumAsync(string forum, ChannelPost post, CancellationToken cancellationToken) =>
        Task.FromResult(Refusal);

    public Task<PostOutcome> EditAsync(string channel, string message, ChannelPost post, CancellationToken cancellationToken) =>
        Task.FromResult(Refusal);

    public Task<PostOutcome> PublishAsync(string channel, string message, CancellationToken cancellationToken) => Task.FromResult(Refusal);

    public Task<SearchOutcome> FindAsync(string channel, string buttonId, string? after, CancellationToken cancellationToken) =>
        Task.FromResult<SearchOutcome>(new SearchOutcome.Unreadable(Reason));

    private static PostOutcome Refusal => new(PostResult.Refused, Reason: Reason);
}
