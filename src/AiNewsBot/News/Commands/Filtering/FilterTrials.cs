using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Filtering;

/// <summary>Filters that are tried on the stories of the past weeks before they count.</summary>
internal sealed class FilterTrials(SubscriptionPreview preview, StoryReader stories, TimeProvider time)
{
    public const string Help =
        "-# Write words that must all be there; `or` between alternatives; `-` before what must not be there; brackets; `\"a phrase\"`; "
        + "`licen*` for beginnings; `/a regular expression/`; `title:`, `text:`, `author:`, `category:` or `language:` before any of them.";

    /// <summary>Takes a filter off.</summary>
    public const string None = "none";

    private const int Days = 30;
    internal const int MaxStories = 500;
    private const int MaxExamples = 5;

    /// <param name="followed">What it is tried on: the stories of this subscription, before any filter.</param>
    /// <param name="whose">Whose stories these are: "that this subscription follows".</param>
    /// <param name="button">The id of the button that makes it count.</param>
    public async Task<Reply> CreateAsync(
        StoryFilter filter,
        Subscription followed,
        string whose,
        string button,
        CancellationToken cancellationToken = default
    )
    {
        var since = time.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds();
        var all = await stories.ReadAsync(
            await preview.SinceAsync(followed, since, MaxStories, cancellationToken),
            followed.ServerId,
            cancellationToken
        );
        var (passed, kept) = (all.Where(Passes).ToArray(), all.Where(story => !Passes(story)).ToArray());
        var writer = new CardWriter(VerdictStyle.Accent(null))
            .Add($"**Filter:** {ChipsOf(filter)}\n-# {Markdown.Escape(filter.Description)}")
            .Add(
                all.IsEmpty
                    ? $"Nothing {whose} came in during the past {Days} days, so that there is nothing to try it on."
                    : $"Of {CountOf(all.Length)} of the past {Days} days {whose}, it would have posted {passed.Length}."
            );
        AddExamples(writer, "Posted", passed);
        AddExamples(writer, "Kept out", kept);
        writer.Add("-# Nothing is changed until you press the button.").AddButton(button, "Use this filter");
        return new Reply.Show(writer.ToCard(), IsPrivate: true);

        bool Passes(StoryView story) => filter.Matches(FilterSubjects.From(story.Item));
    }

    /// <summary>The terms of a filter, each in a frame of its own.</summary>
    public static string ChipsOf(StoryFilter filter) =>
        string.Join(' ', filter.Chips.Select(chip => $"`{chip.Replace('`', '\'').Replace('\n', ' ')}`"));

    // Where there are more, they were not looked at.
    private static string CountOf(int stories) =>
        stories == MaxStories ? $"the newest {MaxStories} stories" : Quantity.Format(stories, "story", "stories");

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
}
