using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Maintenance of the database in a file.</summary>
internal sealed class SqliteMaintenance(DatabaseFile file, Backups backups, TimeProvider time) : IDatabaseMaintenance
{
    public string Location => file.File;

    public bool Exists => file.Exists;

    public int NewestVersion => Migrator.NewestVersion;

    public Task MigrateAsync()
    {
        new Migrator(file, backups).Migrate();
        return Task.CompletedTask;
    }

    public Task<DatabaseCheck> CheckAsync() => DatabaseCheck.RunAsync(file);

    public Task<NewsCheck?> CheckNewsAsync() => NewsCheck.RunAsync(file);

    public async Task RequireWritableAsync()
    {
        using var probe = new WriteProbe(file, time);
        await probe.RequireAsync();
    }

    public Task<string?> FindPoolerErrorAsync() => Task.FromResult<string?>(null);

    public Task BackUpAsync(string path)
    {
        backups.WriteTo(path);
        return Task.CompletedTask;
    }

    public Task<string?> RestoreAsync(string path) => Task.FromResult(new Restorer(file, backups).Restore(path));

    public string? FindSoundBackup() => backups.NewestSound();

    public void Dispose() { }
}
