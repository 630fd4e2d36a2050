namespace AiNewsBot.Feeds;

/// <summary>How much of a feed is taken. Each is far beyond what honest feeds have,
/// and small enough that a hostile one costs little.</summary>
internal static class FeedLimits
{
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>Of elements in each other. Pages put into feeds as XHTML reach about fifty.</summary>
    public const int Depth = 1000;

    public const int Entries = 10_000;

    /// <summary>In characters of plain text.</summary>
    public const int Title = 500;

    /// <summary>In characters of plain text: enough to tell what an entry is about.</summary>
    public const int Summary = 2000;

    /// <summary>In characters, with markup and all, of what is read of one element.</summary>
    public const int Field = 128 * 1024;

    /// <summary>Of a feed's own address, in characters.</summary>
    public const int Address = 2048;

    /// <summary>In characters. A truncated link is wrong, so a longer one is dropped.</summary>
    public const int Link = 4096;

    /// <summary>In characters. A longer one is kept as its beginning and its digest, so that two of them stay two.</summary>
    public const int Id = 1024;

    /// <summary>In characters of text with its structure, blanks of code and all.</summary>
    public const int Formatted = 4000;

    /// <summary>Of one text. Lists of links are no text to read.</summary>
    public const int Links = 30;

    /// <summary>Of one entry.</summary>
    public const int Pictures = 8;

    /// <summary>Of one entry.</summary>
    public const int Categories = 12;

    /// <summary>In characters: of an author, of a category.</summary>
    public const int Name = 80;
}
