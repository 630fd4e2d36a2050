using System.Globalization;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Setup;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Cli;

/// <summary>Checks the database and the folders that the bot writes to, by writing there.</summary>
internal static class StorageChecks
{
    /// <summary>A first start writes some thirty megabytes; less than that is as good as full.</summary>
    private const int BytesOfTrial = 1024 * 1024;

    public static async Task<Finding> DatabaseAsync(StorageSettings settings, TimeProvider time)
    {
        var database = new DatabaseFile(settings.ConnectionString);
        var backups = new Backups(database, settings.BackupFolder, settings.BackupsKept, time);
        if (!database.Exists)
        {
            return backups.NewestSound() is { } backup
                ? new Finding(
                    "database",
                    ExitCode.Usage,
                    $"not found at {database.File}, though there are backups: a start makes one with the shipped facts alone. To have "
                        + $"the edits back, run AiNewsBot db restore \"{backup}\""
                )
                : Finding.Ok("database", $"none yet at {database.File}: it is made at the first start");
        }

        var check = DatabaseCheck.Run(database);
        if (check.Fault is { } fault)
            return new Finding("database", ExitCode.Usage, DamageText.Create(database, fault, backups));
        if (check.SchemaVersion == Migrator.NewestVersion)
            await new WriteProbe(database, time).RequireAsync();
        return Finding.Ok(
            "database",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{database.File}: schema {check.SchemaVersion} of {Migrator.NewestVersion}, {check.Statements} statements, sound"
            )
        );
    }

    /// <summary>What the bot will do in a folder is tried there: permissions alone do not tell of a full or read-only disk.</summary>
    public static Finding Folder(string name, string folder)
    {
        var made = FirstMissing(folder);
        var trial = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(trial, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(new byte[BytesOfTrial]);
                stream.Flush(flushToDisk: true);
            }

            return Finding.Ok(name, $"{folder} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Create($"{folder} cannot be written", exception);
        }
        finally
        {
            Clear(trial, made);
        }
    }

    // The topmost folder that is not there yet: what doctor makes, it takes away.
    private static string? FirstMissing(string folder)
    {
        string? missing = null;
        for (var at = folder; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
            missing = at;
        return missing;
    }

    private static void Clear(string trial, string? made)
    {
        try
        {
            File.Delete(trial);
            if (made is not null && Directory.Exists(made))
                Directory.Delete(made, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What could not be made cannot be taken away.
        }
    }
}
