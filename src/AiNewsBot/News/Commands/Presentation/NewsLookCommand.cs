using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>/news look: how the posts of a subscription look.</summary>
internal sealed class NewsLookCommand(SubscriptionStore subscriptions, SubscriptionChoice choice, SubscriptionText text)
    : SubscriptionCommand(choice)
{
    private const string Content = "content";
    private const string Pictures = "pictures";
    private const string MaxLength = "max_length";

    public override CommandDefinition Definition { get; } =
        new(
            "news look",
            "How a subscription's posts look: how much text, with or without pictures",
            SubscriptionChoice.Option,
            new OptionDefinition(Content, "How much of a story")
            {
                Choices = [new("title, text and picture", "full"), new("title and link alone", "title")],
            },
            new OptionDefinition(Pictures, "Whether pictures are shown", OptionKind.Flag),
            new OptionDefinition(MaxLength, "The most characters of a story's text, 50 to 2000; 0 for the usual", OptionKind.Number)
        );

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        var wanted = one;
        if (request.Option(Content) is { } content)
            wanted = wanted with { Content = content == "title" ? PostContent.Title : PostContent.Full };
        if (request.Option(Pictures) is { } pictures)
            wanted = wanted with { HasPictures = pictures == "true" };
        if (request.Option(MaxLength) is { } length)
        {
            if (
                !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is not (0 or >= 50 and <= 2000)
            )
                return Replies.Ephemeral(new Refusal(RefusalCode.TextLengthOutOfRange));
            wanted = wanted with { MaxLength = most == 0 ? null : most };
        }

        if (wanted != one)
            await subscriptions.ChangeLookAsync(wanted, cancellationToken);
        return new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null))
                .Add($"{Replies.Outcome(wanted != one)} {await text.RichAsync(wanted, cancellationToken: cancellationToken)}.")
                .Add($"-# {request.Texts["look.note", ("what", LookOf(wanted, request.Texts))]}")
                .ToCard(),
            IsPrivate: true
        );
    }

    private static string LookOf(Subscription one, ChatTexts texts) =>
        one.Content == PostContent.Title
            ? texts["look.title_alone"]
            : texts[
                one.HasPictures ? "look.with_picture" : "look.no_picture",
                ("count", $"{one.MaxLength ?? Rendering.PostText.UsualLength}")
            ];
}
