using AiNewsBot.Chat;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>Decides on entries of a feed that are held back.</summary>
/// <param name="Posts">Whether they are posted; else they are dropped.</param>
internal sealed record HeldBatchButton(long Batch, bool Posts)
{
    public const string Action = "news-batch";

    public string Id => ButtonFields.Format(Action, Batch, Posts);

    public static HeldBatchButton? Parse(string argument) =>
        ButtonFields.Parse(argument, ':') is [var batch, var answer] && ButtonFields.Number(batch) is { } number
            ? new HeldBatchButton(number, answer is "1" or "post")
            : null;
}
