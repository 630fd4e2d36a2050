namespace AiNewsBot.Hosting;

/// <summary>How the process ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A full disk, a lock, a port that is taken, a fault of the bot: another start may find it mended.</summary>
    public const int Fault = 1;

    /// <summary>Usage or configuration, a database that cannot be used: starting again would not help.</summary>
    public const int Usage = 2;

    /// <summary>Refused by Discord for good: starting again would burn the day's identifies.</summary>
    public const int Refused = 3;

    /// <summary>Asked for by an option: a question was read, and the facts do not answer it.</summary>
    public const int Unanswered = 4;
}
