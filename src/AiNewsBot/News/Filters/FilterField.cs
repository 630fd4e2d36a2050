namespace AiNewsBot.News.Filters;

/// <summary>What of a story a term of a filter is looked for in.</summary>
internal enum FilterField
{
    /// <summary>Its title and its text.</summary>
    Words,

    Title,
    Text,
    Author,
    Category,

    /// <summary>Its language, as in "pt".</summary>
    Language,
}
