using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Filtering;

/// <summary>/news limit: how many posts a subscription makes at most, how old stories may be, when it is quiet, and whether it tells a
/// story again.</summary>
internal sealed class NewsLimitCommand(SubscriptionStore subscriptions, SubscriptionChoice choice, SubscriptionText text)
    : SubscriptionCommand(choice)
{
    private const string Posts = "posts";
    private const string Per = "per";
    private const string Quiet = "quiet";
    private const string Again = "again";
    private const string MaxAge = "max_age";
    private const string None = "none";
    private const int MaxPosts = 1000;

    public override CommandDefinition Definition { get; } =
        new(
            "news limit",
            "How many posts a subscription makes at most, the rest in a digest, its quiet hours, and more",
            SubscriptionChoice.Option,
            new OptionDefinition(Posts, "How many posts at most; 0 for as many as there are", OptionKind.Number),
            new OptionDefinition(Per, "In an hour, or in a day") { Choices = [new("an hour", "hour"), new("a day", "day")] },
            new OptionDefinition(Quiet, "When nothing is posted, in the server's time zone, such as 22:00-07:00; or none", MaxLength: 20),
            new OptionDefinition(
                Again,
                "Whether a story is posted once more when its feed changes its title, such as to a release",
                OptionKind.Flag
            ),
            new OptionDefinition(MaxAge, "How many days old a story may be when it comes in; 0 for the operator's limit", OptionKind.Number)
        );

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        if (one.Cadence != Cadence.Instant && new[] { Posts, Per, Quiet, Again }.Any(name => request.Option(name) is not null))
            return Replies.Ephemeral(new Refusal(RefusalCode.LimitsOfDigests));
        var wanted = one;
        if (request.Option(Posts) is { } posts)
        {
            if (!int.TryParse(posts, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most > MaxPosts)
                return Replies.Ephemeral(new Refusal(RefusalCode.PostsOutOfRange, $"{MaxPosts}"));
            wanted = wanted with
            {
                MaxPosts = most == 0 ? null : most,
                MaxPostsPer = most == 0 ? null : one.MaxPostsPer ?? PostWindow.Hour,
            };
        }

        if (request.Option(Per) is { } per && wanted.MaxPosts is not null)
            wanted = wanted with { MaxPostsPer = per == "day" ? PostWindow.Day : PostWindow.Hour };
        if (request.Option(Quiet) is { } quiet)
        {
            var span = QuietHours.TryParse(quiet);
            if (span is null && !quiet.Trim().Equals(None, StringComparison.OrdinalIgnoreCase))
                return Replies.Ephemeral(new Refusal(RefusalCode.HoursUnreadable, quiet));
            wanted = wanted with { QuietFrom = span?.From, QuietTo = span?.To };
        }

        if (request.Option(Again) is { } again)
            wanted = wanted with { TellsAgain = again == "true" };
        if (request.Option(MaxAge) is { } days)
        {
            if (one.ConfigKey is not null)
                return Replies.Ephemeral(new Refusal(RefusalCode.AgeOfOperator));
            if (
                !int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var age)
                || age != 0 && !Subscription.IsMaxAge(age)
            )
                return Replies.Ephemeral(new Refusal(RefusalCode.AgeOutOfRange, $"{Subscription.MaxMaxAge}"));
            wanted = wanted with { MaxAgeDays = age == 0 ? null : age };
        }

        var isChanged = wanted != one;
        if (isChanged)
            await subscriptions.ChangeLimitsAsync(wanted, cancellationToken);
        return new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null))
                .Add(
                    $"{Replies.Outcome(isChanged)} {await text.RichAsync(isChanged ? wanted : one, cancellationToken: cancellationToken)}."
                )
                .ToCard(),
            IsPrivate: true
        );
    }
}
