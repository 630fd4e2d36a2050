using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.News.Templates;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>/news thread: how the threads of a subscription in a forum are called and tagged.</summary>
internal sealed class NewsThreadCommand(
    SubscriptionStore subscriptions,
    SubscriptionChoice choice,
    TemplatePreviews previews,
    StoryTemplates templates,
    ChannelStore channels
) : SubscriptionCommand(choice)
{
    private const string Title = "title";
    private const string Tags = "tags";
    private const string None = "none";
    private const int MaxLength = 200;

    public override CommandDefinition Definition { get; } =
        new(
            "news thread",
            "How a subscription's threads in a forum are called and tagged",
            SubscriptionChoice.Option,
            new OptionDefinition(Title, "A template such as: {maker|feed}: {title}; none for the story's title", MaxLength: MaxLength),
            new OptionDefinition(
                Tags,
                "A template that gives names of tags, such as {category} or {maker}, {verdict}; or none",
                MaxLength: MaxLength
            )
        );

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        if ((await channels.FindAsync(one.ChannelId, cancellationToken))?.Kind is { } kind && kind != ChatChannelKind.Forum)
            return Replies.Ephemeral(new Refusal(RefusalCode.ThreadsOfForums));
        var wanted = one;
        if (request.Option(Title) is { } title)
            wanted = wanted with { ThreadTitle = IsNone(title) ? null : title.Trim() };
        if (request.Option(Tags) is { } tags)
            wanted = wanted with { ThreadTags = IsNone(tags) ? null : tags.Trim() };
        foreach (var written in new[] { wanted.ThreadTitle, wanted.ThreadTags }.OfType<string>())
        {
            if (PostTemplate.TryParse(written, out var fault) is null)
                return Replies.Ephemeral(fault!);
        }

        if (wanted != one)
            await subscriptions.ChangeThreadsAsync(one.Id, wanted.ThreadTitle, wanted.ThreadTags, cancellationToken);
        var writer = new CardWriter(VerdictStyle.Accent(null)).Add($"{Replies.Outcome(wanted != one)} {Describe(wanted, request.Texts)}");
        if (await previews.FindLatestAsync(one, cancellationToken) is { } story)
            writer.Add($"-# {DescribeLast(story, wanted, request.Texts)}");
        return new Reply.Show(writer.ToCard(), IsPrivate: true);
    }

    private static string Describe(Subscription one, ChatTexts texts)
    {
        var called = one.ThreadTitle is { } title
            ? texts["thread.called", ("template", Markdown.Escape(title))]
            : texts["thread.as_stories"];
        return one.ThreadTags is { } tags
            ? texts["thread.with_tags", ("text", called), ("template", Markdown.Escape(tags))]
            : texts["thread.no_tags", ("text", called)];
    }

    private string DescribeLast(StoryView story, Subscription one, ChatTexts texts)
    {
        var title = ("title", Markdown.Escape(templates.ThreadTitle(story, one.ThreadTitle)));
        return templates.Tags(story, one.ThreadTags) is { IsEmpty: false } names
            ? texts["thread.last_tagged", title, ("tags", Markdown.Escape(string.Join(", ", names)))]
            : texts["thread.last", title];
    }

    private static bool IsNone(string text) => text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase);
}
