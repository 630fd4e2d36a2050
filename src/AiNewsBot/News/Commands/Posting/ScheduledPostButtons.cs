using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Rendering;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Servers;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>The walk through what is scheduled, with its buttons: change it, cancel it, look at the next.</summary>
internal sealed class ScheduledPostButtons(
    ServerStore servers,
    ScheduledPosts posts,
    StoryReader stories,
    StoryCards cards,
    TimeProvider time
) : IComponentHandler
{
    /// <summary>The one at a place in the list; its place follows, from 0.</summary>
    public const string Look = "scheduled";

    private const string Edit = "scheduled-edit";
    private const string Cancel = "scheduled-cancel";

    private static readonly Refusal Gone = new(RefusalCode.PostGone);

    private static ChatTexts Texts => ChatTexts.Current;

    public ImmutableArray<string> Actions { get; } = [Look, Edit, Cancel];

    public DeferMode GetDeferMode(string action) =>
        action switch
        {
            Edit => DeferMode.None,
            Look => DeferMode.EphemeralMessage,
            _ => DeferMode.Update,
        };

    public DeferMode WaitingForForm(string action) => DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.For(Permission.News));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        await ActAsync(request, action, argument, cancellationToken);

    private async Task<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var server = await servers.ReadAsync(request.Caller.Server!, cancellationToken);
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Replies.Ephemeral(Texts["list.old_button"]);
        if (action == Look)
            return new Reply.Show(
                await CardAtAsync(server.Id, (int)Math.Min(number, int.MaxValue), null, cancellationToken),
                IsPrivate: true
            );
        if (await posts.FindAsync(server.Id, number, cancellationToken) is not { } post)
            return Replies.Ephemeral(Gone);
        if (action == Cancel)
            return await posts.CancelAsync(server.Id, number, cancellationToken)
                ? new Reply.Update(await CardAtAsync(server.Id, 0, Texts["list.cancelled"], cancellationToken: cancellationToken))
                : Replies.Ephemeral(Gone);
        return request.Kind == RequestKind.Form ? await ChangeAsync(request, server, post, cancellationToken) : Form(server, post);
    }

    private async Task<Reply> ChangeAsync(Request request, Server server, ScheduledPost post, CancellationToken cancellationToken)
    {
        var (title, link, fault) = PostFields.Read(request);
        var due = DateTimeOffset.FromUnixTimeMilliseconds(post.Due);
        var at =
            request.Field("at") is not { } text || text == Written(server, due)
                ? due
                : PostingTime.TryParse(text, server.TimeZone, time.GetUtcNow());
        fault ??= at is null ? RefusalText.Create(new Refusal(RefusalCode.TimeUnreadable, request.Field("at") ?? "")) : null;
        if (fault is not null)
            return Replies.Ephemeral(fault);
        var changed = post with { Title = title!, Text = request.Field("text"), Link = link, Due = at!.Value.ToUnixTimeMilliseconds() };
        return await posts.ChangeAsync(server.Id, changed, cancellationToken)
            ? new Reply.Update(
                await CardOfAsync(
                    server.Id,
                    changed,
                    await PlaceOfAsync(server.Id, changed, cancellationToken),
                    Texts["list.changed"],
                    cancellationToken: cancellationToken
                )
            )
            : Replies.Ephemeral(Gone);
    }

    private static Reply.Form Form(Server server, ScheduledPost post) =>
        new(
            ButtonId.Format(Edit, post.Id.ToString(CultureInfo.InvariantCulture)),
            Texts["post.form_scheduled"],
            [
                .. PostFields.Create(post),
                new FormField("at", Texts["post.ask_when"], Texts["post.hint_when"], 20)
                {
                    Value = Written(server, DateTimeOffset.FromUnixTimeMilliseconds(post.Due)),
                },
            ]
        );

    private static string Written(Server server, DateTimeOffset due) =>
        TimeZoneInfo
            .ConvertTime(due, TimeZones.Find(server.TimeZone) ?? TimeZoneInfo.Utc)
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private async Task<int> PlaceOfAsync(string server, ScheduledPost post, CancellationToken cancellationToken) =>
        Math.Max(0, (await posts.OfAsync(server, cancellationToken)).ToList().FindIndex(one => one.Id == post.Id));

    private async Task<Card> CardAtAsync(string server, int place, string? note, CancellationToken cancellationToken)
    {
        var all = await posts.OfAsync(server, cancellationToken);
        if (all.Count > 0)
            return await CardOfAsync(server, all[place % all.Count], place % all.Count, note, cancellationToken);
        var card = new CardWriter(VerdictStyle.Accent(null));
        return (note is null ? card : card.Add($"**{note}**")).Add(Texts["list.none_scheduled"]).ToCard();
    }

    private async Task<Card> CardOfAsync(string server, ScheduledPost post, int place, string? note, CancellationToken cancellationToken)
    {
        var count = (await posts.OfAsync(server, cancellationToken)).Count;
        var card = cards.Create((await stories.ReadAsync(post.Item, server, cancellationToken))!, $"{OutboxRow.MarkerAction}:0", null);
        var id = post.Id.ToString(CultureInfo.InvariantCulture);
        var due = Texts["list.scheduled_for", ("time", post.Due.FormatTag()), ("channel", Mentions.Channel(post.Channel))];
        return card with
        {
            Blocks =
            [
                .. card.Blocks,
                new CardBlock(
                    $"{(note is null ? "" : $"**{note}** ")}{due}\n"
                        + $"-# {Texts["list.place", ("number", $"{place + 1}"), ("count", $"{count}")]}",
                    HasSeparator: true
                ),
            ],
            Buttons =
            [
                new CardButton(ButtonId.Format(Edit, id), Texts["list.edit"]),
                new CardButton(ButtonId.Format(Cancel, id), Texts["list.cancel"]),
                .. count > 1
                    ?
                    [
                        new CardButton(
                            ButtonId.Format(Look, ((place + 1) % count).ToString(CultureInfo.InvariantCulture)),
                            Texts["list.next"]
                        ),
                    ]
                    : Array.Empty<CardButton>(),
            ],
        };
    }
}
