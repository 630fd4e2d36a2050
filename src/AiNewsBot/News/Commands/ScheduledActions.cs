using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.News.Outbox;
using AiNewsBot.News.Rendering;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>The walk through what is scheduled, with its buttons: change it, cancel it, look at the next.</summary>
internal sealed class ScheduledActions(Gate gate, ScheduledPosts posts, StoryReader stories, StoryCards cards, TimeProvider time) : IActions
{
    /// <summary>The one at a place in the list; its place follows, from 0.</summary>
    public const string Look = "scheduled";

    private const string Edit = "scheduled-edit";
    private const string Cancel = "scheduled-cancel";
    private const string Gone = "That was posted or cancelled already. Nothing was changed.";

    public ImmutableArray<string> Actions { get; } = [Look, Edit, Cancel];

    public Waiting WaitingFor(string action) => action switch { Edit => Waiting.ForNothing, Look => Waiting.ForPrivateMessage, _ => Waiting.ForChange };

    public Waiting WaitingForForm(string action) => Waiting.ForChange;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(Act(request, action, argument));

    private Reply Act(Request request, string action, string argument)
    {
        var (server, refusal) = gate.Enter(request, Power.News);
        if (server is null)
            return refusal!;
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Answered.Say("This button is of another version of the bot. Use /news list.");
        if (action == Look)
            return new Reply.Show(CardAt(server.Id, (int)Math.Min(number, int.MaxValue), null), IsPrivate: true);
        if (posts.Find(server.Id, number) is not { } post)
            return Answered.Say(Gone);
        if (action == Cancel)
            return posts.Cancel(server.Id, number) ? new Reply.Change(CardAt(server.Id, 0, "Cancelled: it is not posted.")) : Answered.Say(Gone);
        return request.Kind == RequestKind.Form ? Change(request, server, post) : Form(server, post);
    }

    private Reply Change(Request request, Server server, ScheduledPost post)
    {
        var (title, link, fault) = PostFields.Read(request);
        var due = DateTimeOffset.FromUnixTimeMilliseconds(post.Due);
        var at = request.Field("at") is not { } text || text == Written(server, due) ? due : PostingTime.TryParse(text, server.TimeZone, time.GetUtcNow());
        fault ??= at is null ? $"'{request.Field("at")}' is no time that I can read or is past: write 18:00, 2026-12-24 18:00, or 2h for in two hours. Nothing was changed." : null;
        if (fault is not null)
            return Answered.Say(fault);
        var changed = post with { Title = title!, Text = request.Field("text"), Link = link, Due = at!.Value.ToUnixTimeMilliseconds() };
        return posts.Change(server.Id, changed) ? new Reply.Change(CardOf(server.Id, changed, PlaceOf(server.Id, changed), "Changed.")) : Answered.Say(Gone);
    }

    private static Reply.Ask Form(Server server, ScheduledPost post) => new(
        ButtonId.Of(Edit, post.Id.ToString(CultureInfo.InvariantCulture)), "A scheduled post",
        [.. PostFields.Of(post), new FormField("at", "When, in the server's time zone", "18:00, 2026-12-24 18:00, or 2h", 20) { Value = Written(server, DateTimeOffset.FromUnixTimeMilliseconds(post.Due)) }]);

    private static string Written(Server server, DateTimeOffset due) =>
        TimeZoneInfo.ConvertTime(due, TimeZones.Find(server.TimeZone) ?? TimeZoneInfo.Utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private int PlaceOf(string server, ScheduledPost post) => Math.Max(0, posts.Of(server).ToList().FindIndex(one => one.Id == post.Id));

    private Card CardAt(string server, int place, string? note)
    {
        var all = posts.Of(server);
        if (all.Count > 0)
            return CardOf(server, all[place % all.Count], place % all.Count, note);
        var card = new CardWriter(VerdictStyle.Accent(null));
        return (note is null ? card : card.Add($"**{note}**")).Add("Nothing else is scheduled.").ToCard();
    }

    private Card CardOf(string server, ScheduledPost post, int place, string? note)
    {
        var count = posts.Of(server).Count;
        var card = cards.Of(stories.Read(post.Item, server)!, $"{OutboxRow.MarkerAction}:0", null);
        var id = post.Id.ToString(CultureInfo.InvariantCulture);
        return card with
        {
            Blocks = [.. card.Blocks, new CardBlock($"{(note is null ? "" : $"**{note}** ")}Scheduled for {post.Due.Tag()} in {Mentions.Channel(post.Channel)}.\n-# {place + 1} of {count}", IsApart: true)],
            Buttons =
            [
                new CardButton(ButtonId.Of(Edit, id), "Edit"), new CardButton(ButtonId.Of(Cancel, id), "Cancel it"),
                .. count > 1 ? [new CardButton(ButtonId.Of(Look, ((place + 1) % count).ToString(CultureInfo.InvariantCulture)), "Next")] : Array.Empty<CardButton>(),
            ],
        };
    }
}
