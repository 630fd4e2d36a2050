using System.Collections.Frozen;
using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>The elements that are read, by vocabulary and name.</summary>
internal static class Parts
{
    private static readonly FrozenDictionary<Vocabulary, FrozenDictionary<string, (Part Part, int Order)>> All = new Dictionary<Vocabulary, FrozenDictionary<string, (Part, int)>>
    {
        // Core first: who gives a title of RSS and one of Media RSS means the former to be the entry's.
        [Vocabulary.Core] = Names(0,
            (Part.Root, "rss feed rdf"), (Part.Channel, "channel"), (Part.Entry, "item entry"),
            (Part.Id, "guid id"), (Part.Title, "title"), (Part.Link, "link"),
            (Part.Summary, "description summary abstract subtitle tagline"), (Part.Content, "content body fullitem encoded"),
            (Part.Published, "pubdate published issued"), (Part.Updated, "updated modified lastbuilddate"), (Part.Created, "created date"),
            (Part.TimeToLive, "ttl"), (Part.Language, "language"),
            (Part.Person, "author contributor"), (Part.Aside, "image textinput source cloud")),
        [Vocabulary.Rdf] = Names(0, (Part.Root, "rdf")),
        [Vocabulary.Content] = Names(0, (Part.Content, "encoded")),
        [Vocabulary.Xhtml] = Names(0, (Part.Content, "body")),
        [Vocabulary.DublinCore] = Names(1,
            (Part.Title, "title"), (Part.Summary, "description"), (Part.Published, "date"), (Part.Language, "language")),
        [Vocabulary.DublinCoreTerms] = Names(1, (Part.Title, "title"), (Part.Summary, "abstract description"), (Part.Published, "issued date"), (Part.Updated, "modified"), (Part.Created, "created")),
        [Vocabulary.Prism] = Names(2, (Part.Published, "publicationdate")),
        [Vocabulary.Media] = Names(3, (Part.Title, "title"), (Part.Summary, "description")),
        [Vocabulary.Itunes] = Names(4, (Part.Title, "title"), (Part.Summary, "summary subtitle"), (Part.Person, "owner")),

        // Before Core: FeedBurner's link counts the click at its own address, and leads on to this page.
        [Vocabulary.FeedBurner] = Names(-1, (Part.Link, "origlink")),
        [Vocabulary.Other] = FrozenDictionary<string, (Part, int)>.Empty,
    }.ToFrozenDictionary();

    /// <summary>What an element is, and which of several such it is read before.</summary>
    public static (Part Part, int Order) Of(IElement element) => All[element.Vocabulary].GetValueOrDefault(element.LocalName);

    private static FrozenDictionary<string, (Part, int)> Names(int order, params (Part Part, string Names)[] parts) =>
        parts.SelectMany(part => part.Names.Split(' ').Select(name => KeyValuePair.Create(name, (part.Part, order)))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
