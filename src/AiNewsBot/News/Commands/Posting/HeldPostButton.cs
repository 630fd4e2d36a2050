using AiNewsBot.Chat;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>Decides on a post with unknown delivery.</summary>
/// <param name="Row">Of the outbox.</param>
/// <param name="WasPosted">Whether it is in its channel; else it is posted again.</param>
internal sealed record HeldPostButton(long Row, bool WasPosted)
{
    public const string Action = "news-held";

    public string Id => ButtonFields.Format(Action, Row, WasPosted);

    public static HeldPostButton? Parse(string argument) =>
        ButtonFields.Parse(argument, ':') is [var row, var answer] && ButtonFields.Number(row) is { } number
            ? new HeldPostButton(number, answer is "1" or "sent")
            : null;
}
