using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>/news sender: the name and the picture that a subscription posts under.</summary>
internal sealed class NewsSenderCommand(
    SubscriptionStore subscriptions,
    SubscriptionChoice choice,
    SubscriptionText text,
    SenderSetter senders
) : SubscriptionCommand(choice)
{
    private const string Name = "name";
    private const string Picture = "picture";
    private const string None = "none";
    private const int MaxNameLength = 80;
    private const int MaxPictureLength = 500;

    // What Discord takes in no webhook's name, and what would look like a mention.
    private static readonly string[] ForbiddenParts = ["discord", "clyde", "@", "#", ":", "```"];
    private static readonly string[] ForbiddenNames = ["everyone", "here"];

    public override CommandDefinition Definition { get; } =
        new(
            "news sender",
            "The name and picture that a subscription posts under, by a webhook of the bot",
            SubscriptionChoice.Option,
            new OptionDefinition(Name, "The name; none for the bot's own", MaxLength: MaxNameLength),
            new OptionDefinition(Picture, "The address (https) of its picture; none for the bot's own", MaxLength: MaxPictureLength)
        );

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        var (name, picture) = (one.SenderName, one.SenderPicture);
        if (request.Option(Name) is { } wanted)
        {
            name = IsNone(wanted) ? null : wanted.Trim();
            if (name is not null && !IsAllowed(name))
                return Replies.Ephemeral(new Refusal(RefusalCode.SenderName));
        }

        if (request.Option(Picture) is { } address)
        {
            picture = IsNone(address) ? null : address.Trim();
            if (picture is not null && !(Uri.TryCreate(picture, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps))
                return Replies.Ephemeral(new Refusal(RefusalCode.SenderPicture));
        }

        if ((name, picture) == (one.SenderName, one.SenderPicture))
            return await ShowAsync(false, one, cancellationToken);
        if (name is null && picture is null)
            await subscriptions.ChangeSenderAsync(one.Id, null, null, null, cancellationToken);
        else if (await senders.SetAsync(one, name, picture, cancellationToken) is { } refusal)
            return Replies.Ephemeral(refusal);
        return await ShowAsync(true, (await subscriptions.FindAsync(one.Id, cancellationToken))!, cancellationToken);
    }

    private async Task<Reply> ShowAsync(bool isChanged, Subscription one, CancellationToken cancellationToken) =>
        new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null))
                .Add($"{Replies.Outcome(isChanged)} {await text.RichAsync(one, cancellationToken: cancellationToken)}.")
                .Add($"-# {ChatTexts.Current[one.WebhookId is null ? "sender.own" : "sender.named"]}")
                .ToCard(),
            IsPrivate: true
        );

    private static bool IsAllowed(string name) =>
        name.Length > 0
        && !ForbiddenNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !ForbiddenParts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
        && !name.Any(char.IsControl);

    private static bool IsNone(string text) => text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase);
}
