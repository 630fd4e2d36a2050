namespace AiNewsBot.Facts.Model;

/// <summary>What an event is: the values of <see cref="Qualifiers.EventKind"/>.</summary>
public static class EventKinds
{
    /// <summary>Something was promised or made known.</summary>
    public const string Announcement = "announcement";

    /// <summary>Something came out.</summary>
    public const string Release = "release";

    /// <summary>A licence changed.</summary>
    public const string Licence = "licence";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Announcement, Release, Licence, "withdrawal", "lawsuit", "definition", "leak", "other"];
}
