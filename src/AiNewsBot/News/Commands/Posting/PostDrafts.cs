using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Ingest;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>What moderators write: kept as a draft while they look at it, then posted like all else.</summary>
internal sealed class PostDrafts(
    IDatabase database,
    ItemTagger tagger,
    StoryReader stories,
    StoryCards cards,
    ChannelCache channels,
    ModeratorPosts posts,
    PostPictures pictures,
    TimeProvider time
) : IComponentHandler
{
    public const string Publish = "news-publish";
    public const string Discard = "news-discard";

    private const string Picture = "picture";

    private static ChatTexts Texts => ChatTexts.Current;

    public ImmutableArray<string> Actions { get; } = [PostForm.Action];

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    /// <param name="forum">As it is, where the channel is one and could be asked for.</param>
    public static Reply.Form Form(ChatChannel channel, ChannelInfo? forum, long due) =>
        new(
            new PostForm(channel.Id, due).Id,
            Texts["post.form_title"],
            [
                .. PostFields.Create(null),
                .. channel.Kind != ChatChannelKind.Forum || forum is { Tags.IsEmpty: true }
                    ? (FormField[])[]
                    :
                    [
                        new FormField("tag", Texts["post.ask_tag"], Texts["post.hint_tag"])
                        {
                            Kind = forum is null ? FieldKind.Line : FieldKind.Choice,
                            Choices = forum?.Tags ?? [],
                            IsOptional = forum is not { RequiresTag: true },
                        },
                    ],
                new FormField(Picture, Texts["post.ask_picture"], Texts["post.hint_picture"]) { Kind = FieldKind.File, IsOptional = true },
            ]
        );

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.For(Permission.News));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;

        // The form's id came back from outside, and names a channel.
        if (PostForm.Parse(argument) is not { } form)
            return Replies.Ephemeral(Texts["post.old_form"]);
        var (channel, _) = await channels.FindAsync(form.Channel, cancellationToken);
        return channel?.Server is { } owner && owner != server
            ? Replies.Ephemeral(Texts["post.nothing_posted", ("reason", Texts["refusal.channel_missing"])])
            : await SaveDraftAsync(request, server, form.Channel, form.Due, cancellationToken);
    }

    /// <summary>Posts a draft, or drops it.</summary>
    public async Task<Reply> DecideAsync(long row, string server, string action, CancellationToken cancellationToken = default) =>
        (await posts.DecideAsync(row, server, publishes: action == Publish, cancellationToken: cancellationToken)) switch
        {
            null => Replies.Ephemeral(Texts["list.decided"]),
            { State: OutboxState.Dropped } => Replies.Ephemeral(Texts["post.discarded"]),
            { State: OutboxState.Scheduled } scheduled => new Reply.Show(
                new CardWriter(VerdictStyle.Accent(null))
                    .Add(Texts["post.posted_at", ("time", scheduled.NotBefore?.FormatTag() ?? "")])
                    .ToCard(),
                IsPrivate: true
            ),
            _ => Replies.Ephemeral(Texts["post.posted"]),
        };

    private async Task<Reply> SaveDraftAsync(Request request, string server, string channel, long due, CancellationToken cancellationToken)
    {
        var (title, link, fault) = PostFields.Read(request);
        if (fault is not null)
            return Replies.Ephemeral(fault);
        CardFile? picture = null;
        if (request.Field(Picture) is { } file && request.Files.TryGetValue(file, out var uploaded))
        {
            (picture, fault) = await pictures.ReadAsync(uploaded, cancellationToken);
            if (fault is not null)
                return Replies.Ephemeral(Texts["post.nothing_posted", ("reason", fault)]);
        }

        var text = new ItemText(title!, request.Field("text"), null);
        var now = time.Milliseconds();
        var subjects = tagger.SubjectsOf(text.Title, text.Summary);
        var (item, row) = await database.WriteAsync(
            async connection =>
            {
                var id = await ItemWriter.InsertAsync(connection, ItemKind.Post, server, text, link, null, null, now, now);
                await ItemWriter.TagAsync(connection, id, subjects);
                if (picture is not null)
                    await PostPictures.KeepAsync(connection, id, picture);
                var draft = new NewPost(new PostPayload(request.Field("tag")), channel)
                {
                    ServerId = server,
                    ItemId = id,
                    State = OutboxState.Draft,
                    NotBefore = due == 0 ? null : due * 1000,
                };
                return (id, await OutboxWriter.AddAsync(connection, draft, now));
            },
            cancellationToken
        );
        var card = cards.Create((await stories.ReadAsync(item, server, cancellationToken))!, $"{OutboxRow.MarkerAction}:0", null);
        if (picture is not null)
            card = PostPictures.Add(card, title!, picture);
        var shown = Texts[
            due == 0 ? "post.look_now" : "post.look_at",
            ("channel", Mentions.Channel(channel)),
            ("time", (due * 1000).FormatTag())
        ];
        return new Reply.Show(
            card with
            {
                Blocks = [.. card.Blocks, new CardBlock($"-# {shown}", HasSeparator: true)],
                Buttons =
                [
                    new CardButton(
                        ButtonId.Format(Publish, row.ToString(CultureInfo.InvariantCulture)),
                        Texts[due == 0 ? "post.post_it" : "post.schedule_it"]
                    ),
                    new CardButton(ButtonId.Format(Discard, row.ToString(CultureInfo.InvariantCulture)), Texts["post.discard"]),
                ],
            },
            IsPrivate: true
        );
    }
}
