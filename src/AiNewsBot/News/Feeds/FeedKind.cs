namespace AiNewsBot.News.Feeds;

/// <summary>How what lies at a feed's address is read.</summary>
internal enum FeedKind
{
    /// <summary>RSS, Atom, RDF or JSON Feed.</summary>
    Feed,

    /// <summary>The newest repositories of an organisation on the Hugging Face hub.</summary>
    Hub,
}
