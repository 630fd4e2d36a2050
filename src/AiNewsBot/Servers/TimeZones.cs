using System.Collections.Immutable;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers;

/// <summary>Time zones by their IANA names.</summary>
public static class TimeZones
{
    private const int Most = 25;

    private static readonly Lazy<ImmutableArray<string>> All = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones(skipSorting: true).Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.OrdinalIgnoreCase)]);

    /// <summary>The zone of a name, however it is capitalised; null when there is none.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        var known = All.Value.FirstOrDefault(id => string.Equals(id, name.Trim(), StringComparison.OrdinalIgnoreCase));
        return known is not null && TimeZoneInfo.TryFindSystemTimeZoneById(known, out var zone) ? zone : null;
    }

    /// <summary>At most 25 zones for what was typed so far: "new york" finds America/New_York.</summary>
    public static ImmutableArray<Suggestion> Complete(string typed)
    {
        var wanted = typed.Trim().Replace(' ', '_');
        return [.. All.Value.Where(id => id.Contains(wanted, StringComparison.OrdinalIgnoreCase)).OrderBy(id => !id.Contains($"/{wanted}", StringComparison.OrdinalIgnoreCase)).Take(Most).Select(id => new Suggestion(id, id))];
    }
}
