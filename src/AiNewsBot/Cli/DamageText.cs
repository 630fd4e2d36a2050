using AiNewsBot.Storage.Maintenance;

namespace AiNewsBot.Cli;

/// <summary>What is wrong with a damaged database, and which backup to restore.</summary>
internal static class DamageText
{
    public static string Create(IDatabaseMaintenance database, string fault) =>
        database.FindSoundBackup() is { } backup
            ? $"{database.Location} is damaged ({fault}). The newest sound backup is {backup}: stop the bot, then run AiNewsBot db "
                + $"restore \"{backup}\"."
            : $"{database.Location} is damaged ({fault}), and there is no sound backup in the backup folder. Without a database the bot "
                + $"starts with the facts that came with it.";
}
