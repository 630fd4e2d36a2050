using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.News.Commands;

/// <summary>/news why: why a story was or was not posted where.</summary>
internal sealed class NewsWhyCommand(NewsSearch search, DeliveryExplainer why) : Command
{
    private const string Item = "item";
    private const int MaxCount = 25;

    public override CommandDefinition Definition { get; } =
        new(
            "news why",
            "Why a story was or was not posted",
            new OptionDefinition(Item, "The story: pick it, or write words of its title", IsRequired: true, Completes: true, MaxLength: 100)
        );

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<OptionChoice> Complete(Request request)
    {
        var typed = request.Option(Item) ?? "";
        var found = string.IsNullOrWhiteSpace(typed)
            ? search.Latest(request.Caller.Server, null, MaxCount)
            : search.Find(request.Caller.Server, typed, MaxCount);
        return
        [
            .. found.Select(story => new OptionChoice(
                FeedNames.Short(story.Item.Title),
                story.Item.Id.ToString(CultureInfo.InvariantCulture)
            )),
        ];
    }

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var typed = request.Option(Item) ?? "";
        var story = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? search.Get(request.Caller.Server, id)
            : null;
        story ??= search.Find(request.Caller.Server, typed, 1) is [{ } found] ? found : null;
        return ValueTask.FromResult(
            story is null
                ? Replies.Ephemeral("No such story has come in here. If a feed contains it, ask /feeds check why.")
                : new Reply.Show(why.Explain(story, request.Caller.Server), IsPrivate: true)
        );
    }
}
