using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.News.Rendering;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>/news why: why a story was or was not posted where.</summary>
internal sealed class NewsWhyCommand(NewsSearch search, WhyText why) : Command
{
    private const string Item = "item";
    private const int Most = 25;

    public override CommandDefinition Definition { get; } = new(
        "news why", "Why a story was or was not posted", new OptionDefinition(Item, "The story: pick it, or write words of its title", IsRequired: true, Completes: true, LongestText: 100));

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<Suggestion> Complete(Request request)
    {
        var typed = request.Option(Item) ?? "";
        var found = string.IsNullOrWhiteSpace(typed) ? search.Latest(request.Caller.Server, null, Most) : search.Find(request.Caller.Server, typed, Most);
        return [.. found.Select(story => new Suggestion(FeedNames.Short(story.Item.Title), story.Item.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var typed = request.Option(Item) ?? "";
        var story = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? search.Of(request.Caller.Server, id) : null;
        story ??= search.Find(request.Caller.Server, typed, 1) is [{ } found] ? found : null;
        return ValueTask.FromResult(story is null
            ? Answered.Say("No such story has come in here. If it stands in a feed, ask /feeds check why.")
            : new Reply.Show(why.Of(story, request.Caller.Server), IsPrivate: true));
    }
}
