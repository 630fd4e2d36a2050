using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>The name of a backup in the backup folder: when it was written, and why.
/// Files of other names are not the bot's to delete.</summary>
internal sealed partial record BackupName(string Stamp, string Why)
{
    public const string Daily = "daily";
    public const string BeforeMigration = "before-migration";
    public const string BeforeRestore = "before-restore";
    private const string StampFormat = "yyyyMMdd'T'HHmmssfff";

    public bool IsDaily => Why == Daily;

    public static BackupName For(DateTimeOffset at, string why) => new(at.ToString(StampFormat, CultureInfo.InvariantCulture), why);

    /// <summary>Null where the file is no backup of the bot's.</summary>
    public static BackupName? Parse(string path) =>
        Form().Match(Path.GetFileName(path)) is { Success: true } match
        && DateTime.TryParseExact(match.Groups["stamp"].Value, StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new BackupName(match.Groups["stamp"].Value, match.Groups["why"].Value)
            : null;

    public override string ToString() => $"ainewsbot-{Stamp}-{Why}.db";

    [GeneratedRegex("^ainewsbot-(?<stamp>[0-9]{8}T[0-9]{9})-(?<why>[a-z-]+)\\.db$")]
    private static partial Regex Form();
}
