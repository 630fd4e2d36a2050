using System.ComponentModel.DataAnnotations;

namespace AiNewsBot.Configuration;

/// <summary>Where the database and its backups lie.</summary>
public sealed class StorageSettings
{
    public const string Section = "Storage";

    [Required(ErrorMessage = "names the database, such as Data Source=data/ainewsbot.db")]
    public string ConnectionString { get; set; } = "Data Source=data/ainewsbot.db";

    [Required(ErrorMessage = "names the folder that takes the backups")]
    public string BackupFolder { get; set; } = "data/backups";

    [Range(1, 1000, ErrorMessage = "is a number from 1 to 1000")]
    public int BackupsKept { get; set; } = 7;
}
