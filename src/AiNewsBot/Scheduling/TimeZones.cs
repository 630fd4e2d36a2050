using System.Collections.Immutable;
using AiNewsBot.Chat;

namespace AiNewsBot.Scheduling;

/// <summary>Time zones by their IANA names.</summary>
internal static class TimeZones
{
    private const int MaxCount = 25;

    private static readonly Lazy<ImmutableArray<string>> All = new(() =>
        [
            .. TimeZoneInfo
                .GetSystemTimeZones(skipSorting: true)
                .Select(zone => zone.Id)
                .Where(id => id.Contains('/', StringComparison.Ordinal))
                .Order(StringComparer.OrdinalIgnoreCase),
        ]
    );

    /// <summary>The zone of a name in any case; null when it is unknown.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        var known = All.Value.FirstOrDefault(id => string.Equals(id, name.Trim(), StringComparison.OrdinalIgnoreCase));
        return known is not null && TimeZoneInfo.TryFindSystemTimeZoneById(known, out var zone) ? zone : null;
    }

    /// <summary>At most 25 zones for what was typed so far: "new york" finds America/New_York.</summary>
    public static ImmutableArray<OptionChoice> Complete(string typed)
    {
        var wanted = typed.Trim().Replace(' ', '_');
        return
        [
            .. All
                .Value.Where(id => id.Contains(wanted, StringComparison.OrdinalIgnoreCase))
                .OrderBy(id => !id.Contains($"/{wanted}", StringComparison.OrdinalIgnoreCase))
                .Take(MaxCount)
                .Select(id => new OptionChoice(id, id)),
        ];
    }
}
