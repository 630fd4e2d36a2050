namespace AiNewsBot.Outbox;

/// <summary>The states of a post. The names are those in the database.</summary>
internal static class OutboxState
{
    /// <summary>Its writer has yet to decide on it.</summary>
    public const string Draft = "draft";

    /// <summary>It waits for its hour.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>It waits for its turn.</summary>
    public const string Pending = "pending";

    /// <summary>A request was or is about to be sent; whether it took effect is to be settled.</summary>
    public const string Sending = "sending";

    /// <summary>It is in the channel.</summary>
    public const string Sent = "sent";

    /// <summary>It is in the channel and must be updated.</summary>
    public const string Stale = "stale";

    /// <summary>Whether it is in the channel cannot be determined: a moderator decides.</summary>
    public const string Held = "held";

    /// <summary>The chat refuses it.</summary>
    public const string Refused = "refused";

    /// <summary>Another subscription of the channel posts the same story.</summary>
    public const string Covered = "covered";

    /// <summary>A moderator decided against it, or it waited too long.</summary>
    public const string Dropped = "dropped";
}
