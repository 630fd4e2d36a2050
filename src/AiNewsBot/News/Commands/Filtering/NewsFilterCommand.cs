using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Filtering;

/// <summary>/news filter: which stories a subscription posts, tried on those of the past weeks before it counts.</summary>
internal sealed class NewsFilterCommand(SubscriptionStore subscriptions, SubscriptionChoice choice, FilterTrials trials)
    : SubscriptionCommand(choice)
{
    private const string Filter = "filter";

    public override CommandDefinition Definition { get; } =
        new(
            "news filter",
            "Which stories a subscription posts: tried on the past 30 days before it counts",
            SubscriptionChoice.Option,
            new OptionDefinition(
                Filter,
                "Such as: llama -\"press release\" (title:licen* or category:law); none to post all",
                MaxLength: StoryFilter.MaxLength
            )
        );

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        if (request.Option(Filter) is not { } text)
            return new Reply.Show(
                new CardWriter(VerdictStyle.Accent(null)).Add(CurrentOf(one)).Add(FilterTrials.Help).ToCard(),
                IsPrivate: true
            );
        if (text.Trim().Equals(FilterTrials.None, StringComparison.OrdinalIgnoreCase))
        {
            if (one.Filter is null)
                return Replies.Ephemeral(new Refusal(RefusalCode.FilterMissing));
            await subscriptions.SetFilterAsync(one.Id, null, cancellationToken);
            return Replies.Ephemeral("Changed: this subscription has no filter any more.");
        }

        if (StoryFilter.TryParse(text, out var fault) is not { } filter)
            return Replies.Ephemeral(fault!);
        await subscriptions.SetFilterDraftAsync(one.Id, filter.Text, cancellationToken);
        return await trials.CreateAsync(
            filter,
            one with
            {
                Filter = null,
            },
            "that this subscription follows",
            FilterButtons.IdOf(one.Id, filter.Text),
            cancellationToken
        );
    }

    private static string CurrentOf(Subscription one) =>
        StoryFilter.From(one.Filter) is { } filter
            ? $"This subscription posts what has {Markdown.Escape(filter.Description)}.\n{FilterTrials.ChipsOf(filter)}"
            : "This subscription has no filter: it posts all that it follows.";
}
