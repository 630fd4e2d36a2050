using System.ComponentModel.DataAnnotations;
using AiNewsBot.Configuration;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Storage.Setup;

/// <summary>Where the database and its backups lie.</summary>
internal sealed partial class StorageSettings : ISettings, IValidatableObject
{
    public const string Section = "Storage";
    private const int MaxBackups = 1000;

    public string ConnectionString { get; set; } = "Data Source=data/ainewsbot.db";

    public string BackupFolder { get; set; } = "data/backups";

    [Between(1, MaxBackups, ErrorMessage = "must be a number from 1 to 1000")]
    public int BackupsKept { get; set; } = 7;

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionText.GetError(ConnectionString) is { } error)
            yield return new ValidationResult(error, [nameof(ConnectionString)]);
        if (string.IsNullOrWhiteSpace(BackupFolder))
            yield return new ValidationResult("names the folder that takes the backups", [nameof(BackupFolder)]);
        else if (IsShared())
            yield return new ValidationResult(
                $"is the folder of the database, {Path.GetFullPath(BackupFolder)}: name one that holds backups alone, such as "
                    + $"{Path.Combine(BackupFolder, "backups")}",
                [nameof(BackupFolder)]
            );
    }

    // Old backups are deleted there: nothing else may lie among them.
    private bool IsShared() =>
        ConnectionText.FileOf(ConnectionString) is { } file
        && Path.TrimEndingDirectorySeparator(Path.GetFullPath(BackupFolder)) == Path.GetDirectoryName(file);

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<StorageSettings>;
}
