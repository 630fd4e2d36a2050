using System.Runtime.CompilerServices;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Curation.Editing;

/// <summary>
/// The sources of a snapshot by their addresses, and which places on the web are one maker's own: there, what its dataset has of first-hand
/// sources lies, and no other maker's. Made once a snapshot, since an import asks thousands of times.
/// </summary>
internal sealed class SourceIndex
{
    private static readonly ConditionalWeakTable<FactBase, SourceIndex> Indexes = [];

    private readonly Dictionary<string, Source> _byUrl = new(StringComparer.Ordinal);

    // By host, and by host and first segment; null where several makers have sources.
    private readonly Dictionary<string, string?> _makers = new(StringComparer.OrdinalIgnoreCase);

    private SourceIndex(FactBase facts)
    {
        foreach (var view in facts.All)
        {
            var maker = facts.MakerOf(view)?.Id ?? "";
            foreach (var source in view.Subject.Statements.SelectMany(statement => statement.Sources))
            {
                _byUrl.TryAdd(source.Url, source);
                if (source.Kind != SourceKind.FirstHand || !Uri.TryCreate(source.Url, UriKind.Absolute, out var address))
                    continue;
                foreach (var place in PlacesOf(address))
                    _makers[place] = _makers.TryGetValue(place, out var known) && known != maker ? null : maker;
            }
        }
    }

    public static SourceIndex Create(FactBase facts) => Indexes.GetValue(facts, static facts => new SourceIndex(facts));

    /// <summary>A page as a source of what is said of a subject: first-hand where it lies in its maker's own place, for anything else
    /// others judge.</summary>
    public SourceText Cite(FactBase facts, SubjectView subject, string url)
    {
        if (_byUrl.TryGetValue(url, out var known))
            return SourceText.From(known);
        var address = new Uri(url);
        var isOwn =
            facts.MakerOf(subject) is { } maker
            && PlacesOf(address).Any(place => _makers.TryGetValue(place, out var owner) && owner == maker.Id);
        return new SourceText(
            url,
            address.Host + address.AbsolutePath.TrimEnd('/'),
            address.Host,
            (isOwn ? SourceKind.FirstHand : SourceKind.Secondary).ToString()
        );
    }

    private static IEnumerable<string> PlacesOf(Uri address)
    {
        yield return address.Host;
        if (address.Segments.Length > 1)
            yield return $"{address.Host}/{address.Segments[1].TrimEnd('/')}";
    }
}
