namespace AiNewsBot.News.Feeds;

/// <summary>How what lies at a feed's address is read.</summary>
internal enum FeedKind
{
    /// <summary>RSS, Atom, RDF or JSON Feed.</summary>
    Feed,

    /// <summary>A list of the Hugging Face hub: the newest models of an organisation, or the papers of the day.</summary>
    Hub,
}
