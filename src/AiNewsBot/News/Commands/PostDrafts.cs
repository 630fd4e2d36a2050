using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.News.Delivery;
using AiNewsBot.News.Items;
using AiNewsBot.News.Outbox;
using AiNewsBot.News.Rendering;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Transport;
using AiNewsBot.Transport.Posting;
using Dapper;

namespace AiNewsBot.News.Commands;

/// <summary>What moderators write: kept as a draft while they look at it, then posted like all else.</summary>
internal sealed class PostDrafts(DatabaseWriter database, Gate gate, ItemTagger tagger, StoryReader stories, StoryCards cards, ChannelBook channels, OutboxSignal signal, TimeProvider time) : IActions
{
    public const string Write = "news-post";
    public const string Publish = "news-publish";
    public const string Discard = "news-discard";
    private const string Draft = "draft";

    public ImmutableArray<string> Actions { get; } = [Write];

    public Waiting WaitingFor(string action) => Waiting.ForPrivateMessage;

    /// <param name="forum">As it is, where the channel is one and could be asked for.</param>
    public static Reply.Ask Form(ChatChannel channel, ChannelFacts? forum, long due) => new(
        ButtonId.Of(Write, string.Create(CultureInfo.InvariantCulture, $"{channel.Id}:{due}")), "News of your own",
        [
            .. PostFields.Of(null),
            .. channel.Kind != ChatChannelKind.Forum || forum is { Tags.IsEmpty: true } ? (FormField[])[]
                : [new FormField("tag", "Tag", "One of the forum's") { Kind = forum is null ? FieldKind.Line : FieldKind.Choice, Choices = forum?.Tags ?? [], IsOptional = forum is not { DemandsTag: true } }],
        ]);

    public async ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.Enter(request, Power.News);
        if (refusal is not null)
            return refusal;

        // The form's id came back from outside, and names a channel.
        var (channel, _) = await channels.FindAsync(argument.Split(':')[0], cancellationToken);
        return channel?.Server is { } owner && owner != server!.Id ? Answered.Say("Choose a channel of this server. Nothing was posted.") : Keep(request, server!, argument);
    }

    /// <summary>Posts a draft, or drops it.</summary>
    public Reply Decide(long row, string server, string action)
    {
        var now = time.Milliseconds();
        var due = database.Write(connection => connection.QueryFirstOrDefault<DueRow>(
            """
            UPDATE outbox SET state = CASE WHEN @publishes = 0 THEN 'dropped' WHEN not_before > @now THEN 'scheduled' ELSE 'pending' END,
                not_before = CASE WHEN not_before > @now THEN not_before END, reason = CASE WHEN @publishes = 0 THEN 'discarded by its writer' END
            WHERE id = @row AND server_id = @server AND state = 'draft' RETURNING state AS State, not_before AS NotBefore
            """, new { row, server, publishes = action == Publish ? 1 : 0, now }));
        signal.Raise();
        return due?.State switch
        {
            null => Answered.Say("That was decided already."),
            OutboxState.Dropped => Answered.Say("Discarded."),
            OutboxState.Scheduled => new Reply.Show(new CardWriter(VerdictStyle.Accent(null)).Add($"It is posted {due.NotBefore?.Tag()}. `/news list` shows it until then, to change or cancel it.").ToCard(), IsPrivate: true),
            _ => Answered.Say("It is posted."),
        };
    }

    private Reply Keep(Request request, Server server, string argument)
    {
        var parts = argument.Split(':');
        if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var due))
            return Answered.Say("This form is of another version of the bot: run /news post again.");
        var (title, link, fault) = PostFields.Read(request);
        if (fault is not null)
            return Answered.Say(fault);

        var text = new ItemText(title!, request.Field("text"), null);
        var now = time.Milliseconds();
        var (item, row) = database.Write(connection =>
        {
            var id = ItemWriter.Insert(connection, ItemKind.Post, server.Id, text, link, null, null, now, now);
            ItemWriter.Tag(connection, id, tagger.SubjectsOf(text.Title, text.Summary));
            return (id, connection.ExecuteScalar<long>(
                "INSERT INTO outbox (kind, item_id, server_id, channel_id, part, state, not_before, created_at) VALUES ('post', @item, @server, @channel, @tag, @Draft, @due, @now) RETURNING id",
                new { item = id, server = server.Id, channel = parts[0], tag = request.Field("tag"), Draft, due = due == 0 ? (long?)null : due * 1000, now }));
        });
        var card = cards.Of(stories.Read(item, server.Id)!, $"{OutboxRow.MarkerAction}:0", null);
        var when = due == 0 ? "now" : (due * 1000).Tag();
        return new Reply.Show(
            card with
            {
                Blocks = [.. card.Blocks, new CardBlock($"-# This is how it will look in {Mentions.Channel(parts[0])}, {when}. Nobody else sees it yet.", IsApart: true)],
                Buttons =
                [
                    new CardButton(ButtonId.Of(Publish, row.ToString(CultureInfo.InvariantCulture)), due == 0 ? "Post it" : "Schedule it"),
                    new CardButton(ButtonId.Of(Discard, row.ToString(CultureInfo.InvariantCulture)), "Discard"),
                ],
            }, IsPrivate: true);
    }

    internal sealed record DueRow
    {
        public required string State { get; init; }

        public long? NotBefore { get; init; }
    }
}
