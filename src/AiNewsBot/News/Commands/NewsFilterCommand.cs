using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands;

/// <summary>/news filter: which stories a subscription posts, tried on those of the past weeks before it counts.</summary>
internal sealed class NewsFilterCommand(
    SubscriptionStore subscriptions,
    SubscriptionChoice choice,
    SubscriptionPreview preview,
    StoryReader stories,
    TimeProvider time
) : SubscriptionCommand(choice)
{
    private const string Filter = "filter";
    private const string None = "none";
    private const int Days = 30;
    private const int MaxStories = 500;
    private const int MaxExamples = 5;

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
            return Show(new CardWriter(VerdictStyle.Accent(null)).Add(CurrentOf(one)).Add(Help));
        if (text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase))
        {
            if (one.Filter is null)
                return Replies.Ephemeral("Nothing was changed: this subscription has no filter.");
            await subscriptions.SetFilterAsync(one.Id, null);
            return Replies.Ephemeral("Changed: this subscription has no filter any more.");
        }

        return StoryFilter.TryParse(text, out var fault) is { } filter
            ? await TryAsync(one, filter)
            : Replies.Ephemeral($"{fault} Nothing was changed.");
    }

    private static string CurrentOf(Subscription one) =>
        StoryFilter.From(one.Filter) is { } filter
            ? $"This subscription posts what has {Markdown.Escape(filter.Description)}."
            : "This subscription has no filter: it posts all that it follows.";

    private const string Help =
        "-# Write words that must all be there; `or` between alternatives; `-` before what must not be there; brackets; `\"a phrase\"`; "
        + "`licen*` for beginnings; `/a regular expression/`; `title:`, `text:`, `author:` or `category:` before any of them.";

    private async Task<Reply> TryAsync(Subscription one, StoryFilter filter)
    {
        var since = time.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds();
        var followed = await stories.ReadAsync(await preview.SinceAsync(one with { Filter = null }, since, MaxStories), one.ServerId);
        var (passed, kept) = (followed.Where(Passes).ToArray(), followed.Where(story => !Passes(story)).ToArray());
        await subscriptions.SetFilterDraftAsync(one.Id, filter.Text);
        var writer = new CardWriter(VerdictStyle.Accent(null))
            .Add($"**Filter:** {Markdown.Escape(filter.Description)}")
            .Add(
                followed.IsEmpty
                    ? $"Nothing that this subscription follows came in during the past {Days} days, so that there is nothing to try it on."
                    : $"Of {Quantity.Format(followed.Length, "story", "stories")} of the past {Days} days that this subscription follows, "
                        + $"it would have posted {passed.Length}."
            );
        AddExamples(writer, "Posted", passed);
        AddExamples(writer, "Kept out", kept);
        writer.Add("-# Nothing is changed until you press the button.");
        writer.AddButton(FilterButtons.IdOf(one.Id, filter.Text), "Use this filter");
        return Show(writer);

        bool Passes(StoryView story) => filter.Matches(SubjectOf(story));
    }

    private static FilterSubject SubjectOf(StoryView story) => FilterSubjects.From(story.Item);

    private static void AddExamples(CardWriter writer, string title, StoryView[] found)
    {
        if (found.Length > 0)
            writer.Add(
                [$"**{title}**", .. found.Take(MaxExamples).Select(StoryCards.LineOf)],
                count => $"-# and {count} more",
                isApart: true,
                reserve: 400
            );
    }

    private static Reply.Show Show(CardWriter writer) => new(writer.ToCard(), IsPrivate: true);
}
