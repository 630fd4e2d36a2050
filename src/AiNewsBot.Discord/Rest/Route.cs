namespace AiNewsBot.Discord.Rest;

/// <summary>An endpoint, and what its rate limit is counted by.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">The path below the base, without a slash in front.</param>
/// <param name="Limit">The path's form with its major parameter filled in: requests with one limit share a bucket.</param>
internal readonly record struct Route(HttpMethod Method, string Path, string Limit)
{
    /// <summary>Whether sending it twice does what sending it once does.</summary>
    public bool IsIdempotent => Method != HttpMethod.Post;
}
