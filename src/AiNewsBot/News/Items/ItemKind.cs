namespace AiNewsBot.News.Items;

/// <summary>What a story is.</summary>
internal enum ItemKind
{
    /// <summary>An entry of a feed.</summary>
    Entry,

    /// <summary>A repository of a watched organisation.</summary>
    Release,

    /// <summary>A fact that changed.</summary>
    Fact,

    /// <summary>What a moderator wrote.</summary>
    Post,
}
