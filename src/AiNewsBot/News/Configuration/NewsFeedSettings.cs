namespace AiNewsBot.News.Configuration;

/// <summary>A feed that the operator sets.</summary>
internal sealed class NewsFeedSettings
{
    public string? Url { get; set; }

    /// <summary>A subject that all of its stories are about.</summary>
    public string? About { get; set; }
}
