using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Yaml;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>The sources of one file, by their keys, on top of those that all files share.</summary>
internal sealed class SourceTable
{
    private readonly Dictionary<string, (Source Source, DateOnly Read)> _sources = [];
    private readonly DatasetErrorCollector _datasetErrorCollector;
    private readonly SourceTable? _shared;

    public SourceTable(MapReader file, DatasetErrorCollector datasetErrorCollector, SourceTable? shared = null)
    {
        (_datasetErrorCollector, _shared) = (datasetErrorCollector, shared);
        if (file.ReadMap("sources") is not { } map)
            return;
        foreach (var (key, node) in map.Entries)
        {
            if (MapReader.TryCreate(node, file.File, datasetErrorCollector, $"source '{key.Text}'") is { } entry)
                Add(key.Text, entry);
        }
    }

    /// <summary>The sources that a claim cites ("key", "key @ locator" or a list of
    /// them), and the latest day on which one was read.</summary>
    public (ImmutableArray<Source> Sources, DateOnly Read)? Cited(MapReader claim)
    {
        var node = claim.Read("source");
        var texts = node switch
        {
            TextNode text => [text],
            ListNode list => list.Items.OfType<TextNode>().ToArray(),
            _ => [],
        };
        if (texts.Length == 0)
        {
            _datasetErrorCollector.Add(
                claim.FileLocation,
                "a claim without source: add 'source: key' and describe the key under 'sources'"
            );
            return null;
        }

        var cited = ImmutableArray.CreateBuilder<Source>();
        var read = DateOnly.MinValue;
        foreach (var text in texts)
        {
            var reference = SourceReference.Parse(text.Text);
            if (!TryFind(reference.Key, out var entry))
            {
                _datasetErrorCollector.Add(new FileLocation(claim.File, text.Line), $"no source '{reference.Key}' in this file");
                continue;
            }

            cited.Add(entry.Source with { Locator = reference.Locator });
            read = entry.Read > read ? entry.Read : read;
        }

        return cited.Count == texts.Length ? (cited.ToImmutable(), read) : null;
    }

    private bool TryFind(string key, out (Source Source, DateOnly Read) entry) =>
        _sources.TryGetValue(key, out entry) || _shared is not null && _shared.TryFind(key, out entry);

    private void Add(string key, MapReader entry)
    {
        var url = entry.ReadRequired("url");
        if (url.Length > 0 && !IsWebAddress(url))
            _datasetErrorCollector.Add(entry.GetLocation("url"), $"'{url}' is no web address: write an absolute http or https URL");
        var (title, publisher) = (entry.ReadRequired("title"), entry.ReadRequired("publisher"));
        var kind = entry.ReadRequired("kind") switch
        {
            "first-hand" => SourceKind.FirstHand,
            "secondary" => SourceKind.Secondary,
            "index" => SourceKind.Index,
            var other => Fault(other),
        };
        if (kind == SourceKind.FirstHand && MirrorDetector.GetError(url, title, publisher) is { } refusal)
            _datasetErrorCollector.Add(entry.GetLocation("kind"), refusal);
        var read = entry.ReadDay("read");
        if (read is null && entry.Read("read") is null)
            _datasetErrorCollector.Add(entry.FileLocation, "'read' is missing: the day on which the source was last read");
        var archived = entry.ReadText("archived");
        if (archived is not null && (!IsWebAddress(archived) || archived == url))
            _datasetErrorCollector.Add(
                entry.GetLocation("archived"),
                $"'{archived}' is no address of an archived copy: write an absolute http or https URL, and another than 'url'"
            );
        _sources[key] = (
            new Source(url, title, publisher, kind, null, entry.ReadDate("published"), archived, entry.ReadDay("dead")),
            read ?? DateOnly.MinValue
        );
        entry.ReportUnknownKeys("a source");

        SourceKind Fault(string other)
        {
            if (other.Length > 0)
                _datasetErrorCollector.Add(
                    entry.GetLocation("kind"),
                    $"'{other}' is no kind of source: write first-hand, secondary or index"
                );
            return SourceKind.Secondary;
        }
    }

    /// <summary>Whether a text is an absolute http or https address of a host with a dot.</summary>
    internal static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !url.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
