using System.Collections.Immutable;
using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;

namespace AiNewsBot.Tests.News.Items;

/// <summary>Readings of one feed, one after the other, each on top of what was kept of those before.</summary>
internal sealed class FeedReplay
{
    private readonly Dictionary<long, KnownEntry> _known = [];
    private bool _hasBaseline;

    public IdentityRule? Rule { get; private set; }

    /// <summary>Reads a document; what it posts, oldest first, by title.</summary>
    public ImmutableArray<string?> Read(params IEnumerable<FeedEntry> entries)
    {
        var reading = FeedDiff.Create(
            _hasBaseline ? Rule : null,
            [.. _known.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            [.. entries]
        );
        foreach (var entry in reading.Entries)
        {
            var id = entry.Known?.Sighting ?? _known.Count + 1;
            _known[id] = new KnownEntry(id, id, entry.Keys, entry.Entry.Link);
        }

        ImmutableArray<string?> posted = _hasBaseline ? [.. reading.New.Select(entry => entry.Entry.Title)] : [];
        (Rule, _hasBaseline) = (reading.Rule, true);
        Assert.Null(reading.Doubt);
        return posted;
    }

    /// <summary>Reads a whole history through a window of some entries, newest
    /// first, once after each entry; what was posted of it.</summary>
    public ImmutableArray<string?> ReadHistory(IReadOnlyList<FeedEntry> history, int window, int step = 1)
    {
        var posted = ImmutableArray.CreateBuilder<string?>();
        for (var count = window; count <= history.Count; count += step)
        {
            posted.AddRange(Read(history.Take(count).TakeLast(window).Reverse()));

            // The same document once more brings nothing.
            Assert.Empty(Read(history.Take(count).TakeLast(window).Reverse()));
        }

        return posted.ToImmutable();
    }
}
