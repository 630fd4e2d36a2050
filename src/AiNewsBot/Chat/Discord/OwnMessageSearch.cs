using System.Text.Json;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Chat.Discord;

/// <summary>Looks for a post of the bot's own by the id of one of its buttons: Discord gives no nonce back to those who read.</summary>
internal sealed class OwnMessageSearch(DiscordRest rest)
{
    private const int PageSize = 100;
    private const int MaxPages = 50;
    private const int MaxThreads = 200;

    public async Task<SearchOutcome> FindAsync(string channel, string buttonId, string? after, CancellationToken cancellationToken)
    {
        if (DiscordChannelPoster.IdOf(channel) is not { } id)
            return new SearchOutcome.ChannelGone($"'{channel}' is no id of the chat");
        try
        {
            var place = await rest.GetChannelAsync(id, cancellationToken);
            var from = after is null ? default : DiscordChannelPoster.IdOf(after) ?? default;
            return place.IsForum
                ? await FindThreadAsync(place, buttonId, from, cancellationToken)
                : await FindMessageAsync(place, buttonId, from, cancellationToken);
        }
        catch (DiscordException exception)
        {
            return exception.Kind switch
            {
                DiscordErrorKind.Gone => new SearchOutcome.ChannelGone(exception.Message),
                DiscordErrorKind.Forbidden => new SearchOutcome.Unreadable(exception.Message),
                _ => new SearchOutcome.Busy(exception.Message, exception.RetryAfter),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            return new SearchOutcome.Busy(exception.Message);
        }
    }

    private async Task<SearchOutcome> FindMessageAsync(
        Channel channel,
        string buttonId,
        Snowflake after,
        CancellationToken cancellationToken
    )
    {
        var (sawAny, complete) = (false, false);
        for (var page = 0; page < MaxPages && !complete; page++)
        {
            var messages = await rest.GetMessagesAsync(channel.Id, after, cancellationToken);
            if (messages.FirstOrDefault(message => message.CustomIds.Contains(buttonId)) is { } found)
                return new SearchOutcome.Found(channel.Id.ToString(), found.Id.ToString());
            sawAny |= messages.Count > 0;
            complete = messages.Count < PageSize;
            if (messages.Count > 0)
                after = messages.MaxBy(message => message.Id.Value)!.Id;
        }

        if (!complete)
            return new SearchOutcome.Unreadable("too many messages have been written there since");

        // To those who may not read the history, Discord shows an empty channel rather than a refusal.
        return sawAny || await MayReadAsync(channel, cancellationToken)
            ? new SearchOutcome.Absent()
            : new SearchOutcome.Unreadable("the bot lacks Read Message History there");
    }

    private async Task<SearchOutcome> FindThreadAsync(Channel forum, string buttonId, Snowflake after, CancellationToken cancellationToken)
    {
        var threads = new List<Channel>();
        if (forum.GuildId is { } guild)
            threads.AddRange((await rest.GetActiveThreadsAsync(guild, cancellationToken)).Where(thread => thread.ParentId == forum.Id));
        threads.AddRange(await rest.GetArchivedThreadsAsync(forum.Id, cancellationToken));
        var later = threads.Where(thread => thread.Id.Value > after.Value).OrderByDescending(thread => thread.Id.Value).ToArray();
        foreach (var thread in later.Take(MaxThreads))
        {
            // The first message has the thread's own id: it is the one after the id before.
            var first = await rest.GetMessagesAsync(thread.Id, new Snowflake(thread.Id.Value - 1), cancellationToken);
            if (first.Any(message => message.CustomIds.Contains(buttonId)))
                return new SearchOutcome.Found(thread.Id.ToString(), thread.Id.ToString());
        }

        if (later.Length > MaxThreads)
            return new SearchOutcome.Unreadable("too many threads have been opened there since");
        return await MayReadAsync(forum, cancellationToken)
            ? new SearchOutcome.Absent()
            : new SearchOutcome.Unreadable("the bot lacks Read Message History there");
    }

    private async Task<bool> MayReadAsync(Channel channel, CancellationToken cancellationToken)
    {
        try
        {
            return DiscordPermissions.Has(
                await rest.GetOwnPermissionsAsync(channel, cancellationToken),
                DiscordPermissions.ReadMessageHistory
            );
        }
        catch (Exception exception)
            when (exception
                    is DiscordException { Kind: DiscordErrorKind.Gone or DiscordErrorKind.Forbidden }
                        or KeyNotFoundException
                        or FormatException
            )
        {
            // Discord shows any bot its own roles; where that is not so, what was seen is taken for what is there.
            return true;
        }
    }
}
