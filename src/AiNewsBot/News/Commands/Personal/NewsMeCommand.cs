using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using AiNewsBot.Servers;

namespace AiNewsBot.News.Commands.Personal;

/// <summary>/news me: what the one who asks follows in their own direct messages.</summary>
internal sealed class NewsMeCommand(
    PersonalFollows follows,
    PersonalNewsCards cards,
    SnapshotHolder snapshots,
    ServerStore servers,
    SubscriptionText text,
    IChannelPoster poster,
    TimeProvider time
) : Command
{
    private const string About = "about";
    private const string When = "when";
    private const string At = "at";
    private const string Timezone = "timezone";

    private static ChatTexts Texts => ChatTexts.Current;

    public override CommandDefinition Definition { get; } =
        new(
            "news me",
            "Follow news in your own direct messages, and see or end what you follow",
            new OptionDefinition(
                About,
                "A model, family or maker; with “when” alone: all news",
                Completes: true,
                MaxLength: SubjectLookup.MaxLength
            ),
            new OptionDefinition(When, "At once, or gathered once a day")
            {
                Choices = [new("at once", "instant"), new("each day", "daily")],
            },
            new OptionDefinition(At, "Your hour for the daily digest, such as 09:00", MaxLength: 10),
            new OptionDefinition(Timezone, "Your time zone, such as Europe/Paris", Completes: true, MaxLength: 60)
        );

    public override bool IsPrivate(Request request) => true;

    // Names of all servers: what a server added is its own.
    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        Task.FromResult(
            request.Focused == About
                ? snapshots.Current.Names.Complete(request.Option(About) ?? "")
                : TimeZones.Complete(request.Option(Timezone) ?? "")
        );

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var user = request.Caller.User;
        if (request.Option(About) is null && request.Option(When) is null && request.Option(At) is null)
            return await cards.CreateAsync(user, cancellationToken: cancellationToken);
        string? about = null;
        if (request.Option(About) is { } name)
        {
            var (subject, unknown) = SubjectLookup.Find(snapshots.Current, name, time.Today());
            if (subject is null)
                return Replies.Refusal(unknown!);
            about = subject.Id;
        }

        // An hour asks for a digest.
        var cadence =
            (request.Option(When) ?? (request.Option(At) is null ? "instant" : "daily")) == "daily" ? Cadence.Daily : Cadence.Instant;
        if (Schedule.TryParseAt(request.Option(At) ?? Schedule.DefaultAt) is not { } at)
            return Replies.Ephemeral(new Refusal(RefusalCode.HourUnreadable, request.Option(At)!));
        var zone =
            request.Option(Timezone) is { } given ? TimeZones.Find(given)?.Id
            : request.Caller.Server is { } server ? (await servers.ReadAsync(server, cancellationToken)).TimeZone
            : "Etc/UTC";
        if (zone is null)
            return Replies.Ephemeral(new Refusal(RefusalCode.ZoneUnknown, request.Option(Timezone)!));
        var (channel, refusal) = await poster.DirectAsync(user, cancellationToken);
        if (channel is null)
            return Refused(refusal!);
        return await FollowAsync(
            new Subscription
            {
                UserId = user,
                ChannelId = channel,
                About = about,
                Cadence = cadence,
                At = cadence == Cadence.Instant ? null : $"{at:HH\\:mm}",
                Timezone = zone,
            },
            cancellationToken
        );
    }

    // A message at the beginning shows whether messages arrive, and how to end them.
    private async Task<Reply> FollowAsync(Subscription wanted, CancellationToken cancellationToken)
    {
        var user = wanted.UserId!;
        if ((await follows.ForUserAsync(user, cancellationToken)).Count == 0)
        {
            var hello = new CardWriter(VerdictStyle.Accent(null))
                .Add(Texts["me.asked", ("what", await text.RichAsync(wanted, cancellationToken: cancellationToken))])
                .AddButton(ButtonId.Format(PersonalFollows.StopAction, ""), Texts["me.stop"]);
            var outcome = await poster.PostAsync(wanted.ChannelId, new ChannelPost(hello.ToCard()), null, cancellationToken);
            if (outcome.Result != PostResult.Done)
                return Refused(outcome);
        }

        return await follows.FollowAsync(wanted, cancellationToken)
            ? await cards.CreateAsync(
                user,
                Texts["follow.now", ("what", await text.RichAsync(wanted, cancellationToken: cancellationToken))],
                cancellationToken
            )
            : Replies.Ephemeral(new Refusal(RefusalCode.FollowLimit, $"{PersonalFollows.MaxCount}"));
    }

    private static Reply Refused(PostOutcome outcome) =>
        Replies.Ephemeral(
            new Refusal(
                outcome.Result is PostResult.Busy or PostResult.Unclear
                    ? RefusalCode.DirectMessageUnclear
                    : RefusalCode.DirectMessageForbidden
            )
        );
}
