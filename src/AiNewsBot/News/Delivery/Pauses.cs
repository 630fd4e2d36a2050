using System.Collections.Concurrent;
using AiNewsBot.Cards;
using AiNewsBot.News.Outbox;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Transport.Posting;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News.Delivery;

/// <summary>Pauses subscriptions that cannot be served, tells the moderators once, and lets them go on when the cause is gone.</summary>
internal sealed partial class Pauses(SubscriptionStore subscriptions, ServerStore servers, DatabaseWriter database, OutboxSignal signal, TimeProvider time, ILogger<Pauses> logger)
{
    // Told already, until a post works again: a channel that goes on and fails at once is no news.
    private readonly ConcurrentDictionary<string, bool> _told = new();

    public void Pause(OutboxRow row, PostOutcome outcome)
    {
        var because = SentenceFor(outcome);
        var paused = subscriptions.Pause(row.ChannelId, outcome.Result == PostResult.NeedsTag ? row.SubscriptionId : null, because);
        if (paused.Count == 0 || !_told.TryAdd(row.ChannelId, true))
            return;
        Paused(logger, row.ChannelId, because, outcome.Reason);
        Tell(paused[0].ServerId ?? row.ServerId, $"News in {Mentions.Channel(row.ChannelId)} is paused: {because} It goes on by itself when that is put right.");
    }

    /// <summary>A post has worked: whatever was wrong with the channel is over.</summary>
    public void Worked(string channel) => _told.TryRemove(channel, out _);

    /// <summary>Tells the moderators of a server, where they have named a channel for it.</summary>
    public void Tell(string? server, string text)
    {
        if (server is null || servers.Read(server).AuditChannel is not { } audit)
            return;
        database.Write(connection => connection.Execute(
            "INSERT INTO outbox (kind, server_id, channel_id, part, state, created_at) VALUES ('notice', @server, @audit, @text, 'pending', @now)",
            new { server, audit, text, now = time.Milliseconds() }));
        signal.Raise();
    }

    /// <summary>Tells them that what one of them wrote is not posted, though they were told that it would be.</summary>
    public void TellOfPost(OutboxRow row, PostOutcome outcome)
    {
        if (row.Kind == OutboxRow.Post)
            Tell(row.ServerId, $"What was written with `/news post` for {Mentions.Channel(row.ChannelId)} is not posted: {SentenceFor(outcome)}");
    }

    private static string SentenceFor(PostOutcome outcome) => outcome.Result switch
    {
        PostResult.Filtered => "the server's own filters refuse its text.",
        PostResult.Malformed => $"Discord finds fault with it: {Markdown.Escape(outcome.Reason ?? "it does not say why")}",
        PostResult.ChannelGone => "the channel is gone.",
        PostResult.Archived => "the thread is archived, and the bot may not open it again.",
        PostResult.Locked => "the thread is locked.",
        PostResult.NeedsTag => "the forum wants a tag for each post, and has none such. Choose one: run `/news follow` for the same once more, with a tag.",
        PostResult.WrongKind => "the channel is of a kind that takes no posts.",
        _ => "the bot may not post there: it needs View Channel, Send Messages and Read Message History.",
    };

    [LoggerMessage(1, LogLevel.Information, "News in channel {Channel} is paused: {Because} ({Reason})")]
    private static partial void Paused(ILogger logger, string channel, string because, string? reason);
}
