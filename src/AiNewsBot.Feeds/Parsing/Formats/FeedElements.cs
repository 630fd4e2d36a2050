using System.Collections.Frozen;
using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>The elements that are read, by vocabulary and name.</summary>
internal static class FeedElements
{
    private static readonly FrozenDictionary<Vocabulary, FrozenDictionary<string, (FeedElement Part, int Order)>> All = new Dictionary<
        Vocabulary,
        FrozenDictionary<string, (FeedElement, int)>
    >
    {
        // Core first: who gives a title of RSS and one of Media RSS means the former to be the entry's.
        [Vocabulary.Core] = Names(
            0,
            (FeedElement.Root, "rss feed rdf"),
            (FeedElement.Channel, "channel"),
            (FeedElement.Entry, "item entry"),
            (FeedElement.Id, "guid id"),
            (FeedElement.Title, "title"),
            (FeedElement.Link, "link"),
            (FeedElement.Summary, "description summary abstract subtitle tagline"),
            (FeedElement.Content, "content body fullitem encoded"),
            (FeedElement.Published, "pubdate published issued"),
            (FeedElement.Updated, "updated modified lastbuilddate"),
            (FeedElement.Created, "created date"),
            (FeedElement.TimeToLive, "ttl"),
            (FeedElement.Language, "language"),
            (FeedElement.Person, "author contributor"),
            (FeedElement.Aside, "image textinput source cloud"),
            (FeedElement.Name, "name"),
            (FeedElement.Category, "category"),
            (FeedElement.Picture, "enclosure"),
            (FeedElement.Comments, "comments"),
            (FeedElement.Icon, "icon logo"),
            (FeedElement.PictureAddress, "url")
        ),
        [Vocabulary.Rdf] = Names(0, (FeedElement.Root, "rdf")),
        [Vocabulary.Content] = Names(0, (FeedElement.Content, "encoded")),
        [Vocabulary.Xhtml] = Names(0, (FeedElement.Content, "body")),
        [Vocabulary.DublinCore] = Names(
            1,
            (FeedElement.Title, "title"),
            (FeedElement.Summary, "description"),
            (FeedElement.Published, "date"),
            (FeedElement.Language, "language"),
            (FeedElement.Author, "creator"),
            (FeedElement.Category, "subject")
        ),
        [Vocabulary.DublinCoreTerms] = Names(
            1,
            (FeedElement.Title, "title"),
            (FeedElement.Summary, "abstract description"),
            (FeedElement.Published, "issued date"),
            (FeedElement.Updated, "modified"),
            (FeedElement.Created, "created")
        ),
        [Vocabulary.Prism] = Names(2, (FeedElement.Published, "publicationdate")),
        [Vocabulary.Media] = Names(
            3,
            (FeedElement.Title, "title"),
            (FeedElement.Summary, "description"),
            (FeedElement.Picture, "content thumbnail"),
            (FeedElement.Explicit, "rating")
        ),
        [Vocabulary.Itunes] = Names(
            4,
            (FeedElement.Title, "title"),
            (FeedElement.Summary, "summary subtitle"),
            (FeedElement.Person, "owner"),
            (FeedElement.Author, "author"),
            (FeedElement.Picture, "image"),
            (FeedElement.Explicit, "explicit")
        ),

        // Before Core: FeedBurner's link counts the click at its own address, and leads on to this page.
        [Vocabulary.FeedBurner] = Names(-1, (FeedElement.Link, "origlink")),
        [Vocabulary.Other] = FrozenDictionary<string, (FeedElement, int)>.Empty,
    }.ToFrozenDictionary();

    /// <summary>What an element is, and which of several such it is read before.</summary>
    public static (FeedElement Part, int Order) Find(IElement element) => All[element.Vocabulary].GetValueOrDefault(element.LocalName);

    private static FrozenDictionary<string, (FeedElement, int)> Names(int order, params (FeedElement Part, string Names)[] parts) =>
        parts
            .SelectMany(part => part.Names.Split(' ').Select(name => KeyValuePair.Create(name, (part.Part, order))))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
