using AiNewsBot.Feeds.Parsing;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Reads the feed in an answer, by what the answer's headers say of it.</summary>
public static class FeedBody
{
    /// <summary>The feed.</summary>
    /// <param name="answer">With its body.</param>
    /// <exception cref="FeedFormatException">It is no feed that can be read.</exception>
    public static Feed Parse(FetchResult.Fetched answer)
    {
        var type = answer.Charset is null ? answer.MediaType : $"{answer.MediaType ?? "application/xml"}; charset={answer.Charset}";
        return FeedParser.Parse(answer.Body, type, answer.Address.Url);
    }
}
