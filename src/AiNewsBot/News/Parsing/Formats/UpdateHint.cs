using System.Globalization;

namespace AiNewsBot.News.Parsing.Formats;

/// <summary>How often a feed says that it changes: RSS in minutes, the syndication module of RDF in times a period.</summary>
internal sealed class UpdateHint
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private TimeSpan? _timeToLive;
    private TimeSpan? _period;
    private int _frequency = 1;

    public TimeSpan? Interval => _timeToLive ?? _period / _frequency;

    public void Offer(Part part, string text)
    {
        var number = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed : 0;
        switch (part)
        {
            case Part.TimeToLive when number > 0 && number <= Longest.TotalMinutes:
                _timeToLive = TimeSpan.FromMinutes(number);
                break;
            case Part.UpdateFrequency when number > 0:
                _frequency = number;
                break;
            case Part.UpdatePeriod:
                _period = PeriodOf(text);
                break;
        }
    }

    private static TimeSpan? PeriodOf(string text) => text.ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => Longest,
        _ => null,
    };
}
