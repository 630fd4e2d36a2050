namespace AiNewsBot.News.Subscriptions;

/// <summary>How often a subscription posts.</summary>
internal enum Cadence
{
    /// <summary>Each story by itself, at once.</summary>
    Instant,

    /// <summary>A digest a day.</summary>
    Daily,

    /// <summary>A digest a week.</summary>
    Weekly,
}
