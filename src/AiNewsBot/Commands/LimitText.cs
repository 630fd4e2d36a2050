using AiNewsBot.Limits;

namespace AiNewsBot.Commands;

/// <summary>What somebody is told who does more than one person may.</summary>
internal static class LimitText
{
    public static string Of(LimitedAct act, TimeSpan wait) => $"That was {What(act)} too many at once for one person, so that others get their turn. Please try again in {Duration(wait)}.";

    private static string What(LimitedAct act) => act switch
    {
        LimitedAct.ClaimCheck => "one check",
        LimitedAct.FeedRequest => "one feed",
        _ => "one question",
    };

    private static string Duration(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds) is var seconds and > 1 ? $"{seconds:0} seconds" : "a second";
}
