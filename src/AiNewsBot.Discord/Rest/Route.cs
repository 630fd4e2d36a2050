namespace AiNewsBot.Discord.Rest;

/// <summary>An endpoint, and what its rate limit is counted by.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">The path below the base, without a slash in front. It may hold an interaction's secret, so it is not logged.</param>
/// <param name="Template">The path's form without its ids: routes of one form have a bucket name in common.</param>
/// <param name="Major">The id that buckets are told apart by: channel, or an interaction's token; empty for none.</param>
internal readonly record struct Route(HttpMethod Method, string Path, string Template, string Major = "")
{
    /// <summary>Whether sending it twice does what sending it once does.</summary>
    public bool IsIdempotent => Method != HttpMethod.Post;

    /// <summary>For the log.</summary>
    public override string ToString() => $"{Method} {Template}";
}
