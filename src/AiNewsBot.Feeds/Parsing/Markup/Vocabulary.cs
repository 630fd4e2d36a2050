namespace AiNewsBot.Feeds.Parsing.Markup;

/// <summary>Who defined what an element's name means.</summary>
internal enum Vocabulary
{
    /// <summary>RSS and Atom in all their versions, and what has no namespace.</summary>
    Core,

    Rdf,
    DublinCore,
    DublinCoreTerms,
    Content,
    Xhtml,
    Media,
    Itunes,
    Prism,
    FeedBurner,
    Other,
}
