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
        using var database = MaintenanceFactory.OpenMaintenance(settings, time);
        if (!database.Exists)
        {
            return database.FindSoundBackup() is { } backup
                ? new Finding(
                    "database",
                    ExitCode.Usage,
                    $"not found at {database.Location}, though there are backups: a start makes one with the shipped facts alone. To have "
                        + $"the edits back, run AiNewsBot db restore \"{backup}\""
                )
                : Finding.Ok("database", $"none yet at {database.Location}: it is made at the first start");
        }

        var check = await database.CheckAsync();
        if (check.Fault is { } fault)
            return new Finding("database", ExitCode.Usage, DamageText.Create(database, fault));
        if (check.SchemaVersion == database.NewestVersion)
            await database.RequireWritableAsync();
        if (await database.FindPoolerErrorAsync() is { } pooler)
            return new Finding("database", ExitCode.Usage, $"{database.Location}: {pooler}");
        return Finding.Ok(
            "database",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{database.Location}: schema {check.SchemaVersion} of {database.NewestVersion}, {check.Statements} statements, sound"
            )
        );
    }

    /// <summary>The folder of the database's file; null where it has none.</summary>
    public static string? FindDataFolder(StorageSettings settings) =>
        settings.IsPostgres ? null : Path.GetDirectoryName(ConnectionText.FileOf(settings.ConnectionString));

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
