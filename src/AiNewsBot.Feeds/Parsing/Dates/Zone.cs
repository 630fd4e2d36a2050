namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>A time zone: a fixed offset from UTC, or a region whose offset depends on the season.</summary>
internal sealed record Zone(TimeSpan Offset, TimeZoneInfo? Region = null)
{
    /// <summary>A local time that a change of the clock repeats is the later one, in standard time.</summary>
    public TimeSpan OffsetAt(DateTime local) => Region?.GetUtcOffset(local) ?? Offset;
}
