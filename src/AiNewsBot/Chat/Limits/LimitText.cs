using System.Globalization;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Chat.Limits;

/// <summary>What someone is told who reached a limit.</summary>
internal static class LimitText
{
    public static string Create(LimitedAction act, TimeSpan wait, ChatTexts texts) =>
        texts[
            act switch
            {
                LimitedAction.ClaimCheck => "limit.check",
                LimitedAction.FeedRequest => "limit.feed",
                LimitedAction.Feedback => "limit.vote",
                _ => "limit.question",
            },
            ("wait", Duration(wait, texts))
        ];

    private static string Duration(TimeSpan wait, ChatTexts texts) =>
        Math.Ceiling(wait.TotalMinutes) is var minutes and > 1 ? texts["limit.minutes", ("count", Text(minutes))]
        : Math.Ceiling(wait.TotalSeconds) is var seconds and > 1 ? texts["limit.seconds", ("count", Text(seconds))]
        : texts["limit.second"];

    private static string Text(double count) => count.ToString("0", CultureInfo.InvariantCulture);
}
