using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.News.Commands.Reading;

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

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken)
    {
        var typed = request.Option(Item) ?? "";
        var found = string.IsNullOrWhiteSpace(typed)
            ? await search.LatestAsync(request.Caller.Server, null, MaxCount, cancellationToken)
            : await search.FindAsync(request.Caller.Server, typed, MaxCount, cancellationToken);
        return
        [
            .. found.Select(story => new OptionChoice(
                FeedNames.Short(story.Item.Title),
                story.Item.Id.ToString(CultureInfo.InvariantCulture)
            )),
        ];
    }

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var typed = request.Option(Item) ?? "";
        var story = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await search.GetAsync(request.Caller.Server, id, cancellationToken)
            : null;
        story ??= await search.FindAsync(request.Caller.Server, typed, 1, cancellationToken) is [{ } found] ? found : null;
        return story is null
            ? Replies.Ephemeral(request.Texts["why.no_story"])
            : new Reply.Show(await why.ExplainAsync(story, request.Caller.Server, cancellationToken), IsPrivate: true);
    }
}
