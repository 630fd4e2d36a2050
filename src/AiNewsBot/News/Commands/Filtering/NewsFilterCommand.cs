using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
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
                new CardWriter(VerdictStyle.Accent(null)).Add(CurrentOf(one, request.Texts)).Add(request.Texts["filter.help"]).ToCard(),
                IsPrivate: true
            );
        if (text.Trim().Equals(FilterTrials.None, StringComparison.OrdinalIgnoreCase))
        {
            if (one.Filter is null)
                return Replies.Ephemeral(new Refusal(RefusalCode.FilterMissing));
            await subscriptions.SetFilterAsync(one.Id, null, cancellationToken);
            return Replies.Ephemeral(request.Texts["filter.removed"]);
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
            FilterTrials.Followed,
            FilterButtons.IdOf(one.Id, filter.Text),
            cancellationToken
        );
    }

    private static string CurrentOf(Subscription one, ChatTexts texts) =>
        StoryFilter.From(one.Filter) is { } filter
            ? $"{texts["filter.of_subscription", ("filter", Markdown.Escape(filter.Description))]}\n{FilterTrials.ChipsOf(filter)}"
            : texts["filter.none"];
}
