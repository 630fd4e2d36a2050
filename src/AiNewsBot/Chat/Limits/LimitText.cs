namespace AiNewsBot.Chat.Limits;

/// <summary>The replies to a person who exceeds a limit.</summary>
internal static class LimitText
{
    public static string Create(LimitedAction act, TimeSpan wait) =>
        $"That was {What(act)} too many at once for one person, so that others get their turn. Please try again in {Duration(wait)}.";

    private static string What(LimitedAction act) =>
        act switch
        {
            LimitedAction.ClaimCheck => "one check",
            LimitedAction.FeedRequest => "one feed",
            _ => "one question",
        };

    private static string Duration(TimeSpan wait) =>
        Math.Ceiling(wait.TotalSeconds) is var seconds and > 1 ? $"{seconds:0} seconds" : "a second";
}
