using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Filtering;

/// <summary>Filters that are tried on the stories of the past weeks before they count.</summary>
internal sealed class FilterTrials(SubscriptionPreview preview, StoryReader stories, TimeProvider time)
{
    /// <summary>The stories that a subscription follows.</summary>
    public const string Followed = "followed";

    /// <summary>The stories of a server's feeds.</summary>
    public const string OfFeeds = "of_feeds";

    /// <summary>Takes a filter off.</summary>
    public const string None = "none";

    private const int Days = 30;
    internal const int MaxStories = 500;
    private const int MaxExamples = 5;

    private static ChatTexts Texts => ChatTexts.Current;

    /// <param name="followed">What it is tried on: the stories of this subscription, before any filter.</param>
    /// <param name="whose">Whose stories these are, as the texts name it.</param>
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
            .Add($"{Texts["filter.title_line", ("terms", ChipsOf(filter))]}\n-# {Markdown.Escape(filter.Description)}")
            .Add(
                all.IsEmpty
                    ? Texts[$"filter.nothing_{whose}", ("days", $"{Days}")]
                    : Texts[$"filter.tried_{whose}", ("stories", CountOf(all.Length)), ("days", $"{Days}"), ("count", $"{passed.Length}")]
            );
        AddExamples(writer, Texts["filter.posted"], passed);
        AddExamples(writer, Texts["filter.kept_out"], kept);
        writer.Add($"-# {Texts["filter.unchanged_yet"]}").AddButton(button, Texts["filter.use"]);
        return new Reply.Show(writer.ToCard(), IsPrivate: true);

        bool Passes(StoryView story) => filter.Matches(FilterSubjects.From(story.Item));
    }

    /// <summary>The terms of a filter, each in a frame of its own.</summary>
    public static string ChipsOf(StoryFilter filter) =>
        string.Join(' ', filter.Chips.Select(chip => $"`{chip.Replace('`', '\'').Replace('\n', ' ')}`"));

    // Where there are more, they were not looked at.
    private static string CountOf(int stories) =>
        stories == MaxStories ? Texts["filter.newest", ("count", $"{MaxStories}")] : Texts.Count("count.stories", stories);

    private static void AddExamples(CardWriter writer, string title, StoryView[] found)
    {
        if (found.Length > 0)
            writer.Add(
                [$"**{title}**", .. found.Take(MaxExamples).Select(StoryCards.LineOf)],
                AnswerText.More,
                isApart: true,
                reserve: 400
            );
    }
}
