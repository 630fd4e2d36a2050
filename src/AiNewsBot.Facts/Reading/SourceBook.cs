using System.Collections.Immutable;

namespace AiNewsBot.Facts.Reading;

/// <summary>The sources of one file, by their keys, on top of those that all files share.</summary>
internal sealed class SourceBook
{
    private readonly Dictionary<string, (Source Source, DateOnly Read)> _sources = [];
    private readonly Faults _faults;
    private readonly SourceBook? _shared;

    public SourceBook(MapReader file, Faults faults, SourceBook? shared = null)
    {
        (_faults, _shared) = (faults, shared);
        if (file.TakeMap("sources") is not { } map)
            return;
        foreach (var (key, node) in map.Entries)
        {
            if (MapReader.Of(node, file.File, faults, $"source '{key.Text}'") is { } entry)
                Add(key.Text, entry);
        }
    }

    /// <summary>The sources that a claim cites ("key", "key @ locator" or a list of them), and the latest day on which one was read.</summary>
    public (ImmutableArray<Source> Sources, DateOnly Read)? Cited(MapReader claim)
    {
        var node = claim.Take("source");
        var texts = node switch
        {
            TextNode text => [text],
            ListNode list => list.Items.OfType<TextNode>().ToArray(),
            _ => [],
        };
        if (texts.Length == 0)
        {
            _faults.Add(claim.Place, "a claim without source: add 'source: key' and describe the key under 'sources'");
            return null;
        }

        var cited = ImmutableArray.CreateBuilder<Source>();
        var read = DateOnly.MinValue;
        foreach (var text in texts)
        {
            var at = text.Text.IndexOf(" @ ", StringComparison.Ordinal);
            var key = at < 0 ? text.Text : text.Text[..at];
            if (!TryFind(key.Trim(), out var entry))
            {
                _faults.Add(new Place(claim.File, text.Line), $"no source '{key.Trim()}' in this file");
                continue;
            }

            cited.Add(at < 0 ? entry.Source : entry.Source with { Locator = text.Text[(at + 3)..].Trim() });
            read = entry.Read > read ? entry.Read : read;
        }

        return cited.Count == texts.Length ? (cited.ToImmutable(), read) : null;
    }

    private bool TryFind(string key, out (Source Source, DateOnly Read) entry) =>
        _sources.TryGetValue(key, out entry) || _shared is not null && _shared.TryFind(key, out entry);

    private void Add(string key, MapReader entry)
    {
        var url = entry.Require("url");
        if (url.Length > 0 && !IsWebAddress(url))
            _faults.Add(entry.PlaceOf("url"), $"'{url}' is no web address: write an absolute http or https URL");
        var (title, publisher) = (entry.Require("title"), entry.Require("publisher"));
        var kind = entry.Require("kind") switch
        {
            "first-hand" => SourceKind.FirstHand,
            "secondary" => SourceKind.Secondary,
            "index" => SourceKind.Index,
            var other => Fault(other),
        };
        if (kind == SourceKind.FirstHand && Copies.Refuse(url, title, publisher) is { } refusal)
            _faults.Add(entry.PlaceOf("kind"), refusal);
        var read = entry.TakeDay("read");
        if (read is null && entry.Take("read") is null)
            _faults.Add(entry.Place, "'read' is missing: the day on which the source was last read");
        _sources[key] = (new Source(url, title, publisher, kind, null, entry.TakeDate("published")), read ?? DateOnly.MinValue);
        entry.Close("a source");

        SourceKind Fault(string other)
        {
            if (other.Length > 0)
                _faults.Add(entry.PlaceOf("kind"), $"'{other}' is no kind of source: write first-hand, secondary or index");
            return SourceKind.Secondary;
        }
    }

    /// <summary>Whether a text is an absolute http or https address of a host with a dot.</summary>
    internal static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address.Host.Contains('.', StringComparison.Ordinal) && !url.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
