using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.News.Outbox;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>The option that names a subscription.</summary>
internal sealed class SubscriptionChoice(SubscriptionStore subscriptions, SubscriptionText text, OutboxStore outbox)
{
    private const string Name = "subscription";
    private const int Most = 25;

    public static OptionDefinition Option { get; } = new(Name, "Which one", IsRequired: true, Completes: true, LongestText: 100);

    public static Reply None => Answered.Say("There is no such subscription here: pick one from the list, or look with /news list.");

    public ImmutableArray<Suggestion> Complete(Request request)
    {
        if (request.Caller.Server is not { } server)
            return [];
        var typed = request.Option(Name) ?? "";
        return
        [
            .. subscriptions.Of(server).Select(one => new Suggestion(FeedNames.Short($"{one.Id}: {text.Plain(one, $"#{outbox.Channel(one.ChannelId)?.Name ?? one.ChannelId}")}"), one.Id.ToString(CultureInfo.InvariantCulture)))
                .Where(one => one.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(Most),
        ];
    }

    public Subscription? Find(Request request, string server) =>
        long.TryParse(request.Option(Name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && subscriptions.Find(id) is { } one && one.ServerId == server ? one : null;
}
