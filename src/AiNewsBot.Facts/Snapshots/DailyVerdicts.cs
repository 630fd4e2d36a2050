using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>All releases as they stood on a day, with what lists narrow them by at hand.</summary>
/// <param name="day">The day.</param>
/// <param name="releases">Those that existed, newest first.</param>
internal sealed class DailyVerdicts(DateOnly day, ImmutableArray<ReleaseVerdict> releases)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Availability>> _components = new();

    private readonly Lazy<ImmutableArray<string?>> _countries = new(() =>
        [.. releases.Select(one => one.Maker?.GetEffective(Properties.Country, day).Value)]
    );

    /// <summary>The day.</summary>
    public DateOnly Day => day;

    /// <summary>Those that existed, newest first.</summary>
    public ImmutableArray<ReleaseVerdict> Releases => releases;

    /// <summary>The countries of their makers, release by release; null where none is known.</summary>
    public ImmutableArray<string?> Countries => _countries.Value;

    /// <summary>Whether a component could be had, release by release.</summary>
    public ImmutableArray<Availability> GetAvailabilities(string component) =>
        _components.GetOrAdd(
            component,
            static (slug, judged) => [.. judged.Releases.Select(one => one.Release.Component(slug, judged.Day).Availability)],
            this
        );
}
