using System.Collections.Frozen;

namespace AiNewsBot.Feeds.Parsing.Markup;

/// <summary>The namespaces that feeds use, and the prefixes that they use without declaring them.</summary>
internal static class XmlNamespaces
{
    // Without the signs at their ends, about which feeds disagree with the specifications and with each other.
    private static readonly FrozenDictionary<string, Vocabulary> ByAddress = new Dictionary<string, Vocabulary>
    {
        ["http://backend.userland.com/rss"] = Vocabulary.Core,
        ["http://backend.userland.com/rss2"] = Vocabulary.Core,
        ["http://backend.userland.com/rss091"] = Vocabulary.Core,
        ["http://backend.userland.com/rss092"] = Vocabulary.Core,
        ["http://backend.userland.com/rss093"] = Vocabulary.Core,
        ["http://blogs.law.harvard.edu/tech/rss"] = Vocabulary.Core,
        ["http://cyber.law.harvard.edu/rss"] = Vocabulary.Core,
        ["http://my.netscape.com/rdf/simple/0.9"] = Vocabulary.Core,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Core,
        ["http://purl.org/rss/1.0"] = Vocabulary.Core,
        ["http://purl.org/rss/1.0/modules/rss091"] = Vocabulary.Core,
        ["http://purl.org/net/rss1.1"] = Vocabulary.Core,
        ["http://purl.org/atom/ns"] = Vocabulary.Core,
        ["http://purl.org/pie"] = Vocabulary.Core,
        ["http://purl.org/echo"] = Vocabulary.Core,
        ["http://example.com/newformat"] = Vocabulary.Core,
        ["http://example.com/necho"] = Vocabulary.Core,
        ["uri/of/echo/namespace"] = Vocabulary.Core,
        ["http://www.w3.org/2005/atom"] = Vocabulary.Core,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns"] = Vocabulary.Rdf,
        ["http://purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/terms"] = Vocabulary.DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["http://www.w3.org/1999/xhtml"] = Vocabulary.Xhtml,
        ["http://search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["http://prismstandard.org/namespaces/1.2/basic"] = Vocabulary.Prism,
        ["http://prismstandard.org/namespaces/basic/2.0"] = Vocabulary.Prism,
        ["http://rssnamespace.org/feedburner/ext/1.0"] = Vocabulary.FeedBurner,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Vocabulary> ByPrefix = new Dictionary<string, Vocabulary>
    {
        ["rss"] = Vocabulary.Core,
        ["atom"] = Vocabulary.Core,
        ["rdf"] = Vocabulary.Rdf,
        ["dc"] = Vocabulary.DublinCore,
        ["dcterms"] = Vocabulary.DublinCoreTerms,
        ["content"] = Vocabulary.Content,
        ["xhtml"] = Vocabulary.Xhtml,
        ["media"] = Vocabulary.Media,
        ["itunes"] = Vocabulary.Itunes,
        ["prism"] = Vocabulary.Prism,
        ["feedburner"] = Vocabulary.FeedBurner,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vocabulary of a namespace; null where feeds are not read by it.</summary>
    public static Vocabulary? Find(string address)
    {
        var bare = address.Trim().TrimEnd('/', '#').ToLowerInvariant();
        return ByAddress.TryGetValue(bare, out var known) ? known
            : bare.StartsWith("https:", StringComparison.Ordinal) && ByAddress.TryGetValue($"http:{bare.AsSpan(6)}", out known) ? known
            : null;
    }

    /// <summary>What an element's name belongs to. An unknown address says less than the usual prefix.</summary>
    /// <param name="address">The namespace of its prefix, or of no prefix; null where it was not declared.</param>
    public static Vocabulary Find(string prefix, string? address) =>
        (string.IsNullOrEmpty(address) ? null : Find(address))
        ?? (prefix.Length == 0 ? Vocabulary.Core : ByPrefix.GetValueOrDefault(prefix, Vocabulary.Other));
}
