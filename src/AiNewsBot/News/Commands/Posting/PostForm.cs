using AiNewsBot.Chat;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>The form in which a moderator writes news.</summary>
/// <param name="Channel">Where it is posted.</param>
/// <param name="Due">When, in Unix seconds; 0 for at once.</param>
internal sealed record PostForm(string Channel, long Due)
{
    public const string Action = "news-post";

    public string Id => ButtonFields.Format(Action, Channel, Due);

    public static PostForm? Parse(string argument) =>
        ButtonFields.Parse(argument, ':') is [var channel, var due] && ButtonFields.Number(due) is { } seconds
            ? new PostForm(channel, seconds)
            : null;
}
