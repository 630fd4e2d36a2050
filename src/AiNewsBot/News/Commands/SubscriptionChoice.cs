using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands;

/// <summary>The option that names a subscription.</summary>
internal sealed class SubscriptionChoice(SubscriptionStore subscriptions, SubscriptionText text, ChannelStore channels)
{
    private const string Name = "subscription";
    private const int MaxCount = 25;

    public static OptionDefinition Option { get; } = new(Name, "Which one", IsRequired: true, Completes: true, MaxLength: 100);

    public static Reply None => Replies.Ephemeral("There is no such subscription here: pick one from the list, or look with /news list.");

    public ImmutableArray<OptionChoice> Complete(Request request)
    {
        if (request.Caller.Server is not { } server)
            return [];
        var typed = request.Option(Name) ?? "";
        return
        [
            .. subscriptions
                .ForServer(server)
                .Select(one => new OptionChoice(
                    FeedNames.Short($"{one.Id}: {text.Plain(one, $"#{channels.Find(one.ChannelId)?.Name ?? one.ChannelId}")}"),
                    one.Id.ToString(CultureInfo.InvariantCulture)
                ))
                .Where(one => one.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(MaxCount),
        ];
    }

    public Subscription? Find(Request request, string server) =>
        long.TryParse(request.Option(Name), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && subscriptions.Find(id) is { } one
        && one.ServerId == server
            ? one
            : null;
}
