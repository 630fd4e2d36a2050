using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>Tags of forums that options and forms name, before anything is to be posted there.</summary>
internal sealed class ForumTags(ChannelCache channels, TimeProvider time)
{
    // A form has to be there within three seconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1.5);

    /// <summary>The forum as it is now; null where it is no forum, or the chat does not answer
    /// in time: what is wrong shows when something is posted.</summary>
    public async Task<ChannelInfo?> ForumAsync(ChatChannel channel, CancellationToken cancellationToken)
    {
        if (channel.Kind != ChatChannelKind.Forum)
            return null;
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (await channels.FindAsync(channel.Id, either.Token, refresh: true)).Channel;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Why a post cannot be made there with this tag; null where it can.</summary>
    public static Refusal? GetRefusal(ChannelInfo forum, string? tag)
    {
        if (tag is null ? !forum.RequiresTag : forum.FindTag(tag) is not null)
            return null;
        var tags = string.Join(", ", forum.Tags.Select(one => one.Name));
        return (tag, tags) switch
        {
            (null, "") => new Refusal(RefusalCode.TagMissingOfNone, forum.Name),
            (null, _) => new Refusal(RefusalCode.TagMissing, forum.Name, tags),
            (_, "") => new Refusal(RefusalCode.TagUnknownOfNone, forum.Name, tag),
            _ => new Refusal(RefusalCode.TagUnknown, forum.Name, tag, tags),
        };
    }
}
