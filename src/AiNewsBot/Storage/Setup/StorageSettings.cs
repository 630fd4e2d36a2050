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

    /// <summary>Past a pooler of connections such as pgbouncer; null without a pooler.</summary>
    public string? DirectConnectionString
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public string BackupFolder { get; set; } = "data/backups";

    [Between(1, MaxBackups, ErrorMessage = "must be a number from 1 to 1000")]
    public int BackupsKept { get; set; } = 7;

    /// <summary>Whether the database is PostgreSQL.</summary>
    internal bool IsPostgres => DatabaseKind.IsPostgres(ConnectionString);

    static string ISettings.Section => Section;

    static ConfigurationKeyTree ISettings.CreateKeys() => ConfigurationKeyTree.For<StorageSettings>(Section);

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DatabaseKind.GetError(ConnectionString) is { } error)
            yield return new ValidationResult(error, [nameof(ConnectionString)]);
        if (GetDirectError() is { } direct)
            yield return new ValidationResult(direct, [nameof(DirectConnectionString)]);
        if (string.IsNullOrWhiteSpace(BackupFolder))
            yield return new ValidationResult("names the folder that takes the backups", [nameof(BackupFolder)]);
        else if (IsShared())
            yield return new ValidationResult(
                $"is the folder of the database, {Path.GetFullPath(BackupFolder)}: name one that holds backups alone, such as "
                    + $"{Path.Combine(BackupFolder, "backups")}",
                [nameof(BackupFolder)]
            );
    }

    private string? GetDirectError() =>
        DirectConnectionString is not { } direct ? null
        : !IsPostgres ? "is for PostgreSQL behind a pooler: leave it out"
        : !DatabaseKind.IsPostgres(direct) ? "names no server of PostgreSQL"
        : DatabaseKind.GetError(direct);

    // Old backups are deleted there: nothing else may lie among them.
    private bool IsShared() =>
        !IsPostgres
        && ConnectionText.FileOf(ConnectionString) is { } file
        && Path.TrimEndingDirectorySeparator(Path.GetFullPath(BackupFolder)) == Path.GetDirectoryName(file);

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<StorageSettings>;
}
