namespace AiNewsBot.Outbox;

/// <summary>How far the publication of a post of an announcement channel is. The names are those in the database.</summary>
internal static class CrosspostState
{
    /// <summary>It waits for its turn.</summary>
    public const string Pending = "pending";

    public const string Done = "done";

    public const string Failed = "failed";
}
