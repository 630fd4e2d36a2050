namespace AiNewsBot.Outbox;

/// <summary>What a moderator decided on stories that were held back. The names are those in the database.</summary>
internal static class HeldDecision
{
    public const string Post = "post";

    public const string Drop = "drop";
}
