namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>What a link leads to.</summary>
internal enum LinkKind
{
    /// <summary>The page that the feed or entry is about.</summary>
    Page,

    /// <summary>The same in another form than a page.</summary>
    OtherForm,

    /// <summary>The page that the entry declares to be its own article.</summary>
    Canonical,

    /// <summary>Something else: the feed itself, a file, comments.</summary>
    Unrelated,
}
