using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>The option that names a subscription.</summary>
internal sealed class SubscriptionChoice(SubscriptionStore subscriptions, SubscriptionText text, ChannelStore channels)
{
    private const string Name = "subscription";
    private const int MaxCount = 25;

    public static OptionDefinition Option { get; } = new(Name, "Which one", IsRequired: true, Completes: true, MaxLength: 100);

    public static Reply None => Replies.Ephemeral(ChatTexts.Current["subscription.none"]);

    public async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken = default)
    {
        if (request.Caller.Server is not { } server)
            return [];
        var typed = request.Option(Name) ?? "";
        var choices = ImmutableArray.CreateBuilder<OptionChoice>();
        foreach (var one in await subscriptions.ForServerAsync(server, cancellationToken))
        {
            var channel = await channels.FindAsync(one.ChannelId, cancellationToken);
            var name = FeedNames.Short($"{one.Id}: {await text.PlainAsync(one, $"#{channel?.Name ?? one.ChannelId}", cancellationToken)}");
            if (choices.Count < MaxCount && name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                choices.Add(new OptionChoice(name, one.Id.ToString(CultureInfo.InvariantCulture)));
        }

        return choices.ToImmutable();
    }

    public async Task<Subscription?> FindAsync(Request request, string server, CancellationToken cancellationToken = default) =>
        long.TryParse(request.Option(Name), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await subscriptions.FindAsync(id, cancellationToken) is { } one
        && one.ServerId == server
            ? one
            : null;
}
