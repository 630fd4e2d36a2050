using System.Data.Common;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Dapper;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Maintenance of the database on a server.</summary>
internal sealed class PostgresMaintenance(PostgresServer server, PostgresBackups backups, TimeProvider time) : IDatabaseMaintenance
{
    private readonly PostgresDatabase _database = new(server);

    public string Location => server.Location;

    // Whether the server has it shows when it is used.
    public bool Exists => true;

    public int NewestVersion => PostgresSchema.NewestVersion;

    public Task MigrateAsync() => new PostgresMigrator(server).MigrateAsync();

    public Task<DatabaseCheck> CheckAsync() => _database.ReadAsync(CheckAsync);

    public Task<NewsCheck?> CheckNewsAsync() =>
        _database.ReadAsync(async connection =>
            await PostgresSchema.FindVersionAsync(connection, Location) == 0 ? null : await NewsCheck.ReadAsync(connection)
        );

    public Task RequireWritableAsync() => new PostgresWriteProbe(server, time).RequireAsync();

    public Task<string?> FindPoolerErrorAsync() => PoolerCheck.FindErrorAsync(server);

    public Task BackUpAsync(string file) => backups.WriteToAsync(file);

    public async Task<string?> RestoreAsync(string file)
    {
        if (!File.Exists(file))
            throw new StorageException($"There is no backup at {file}.");
        if (Restorer.GetError(file) is { } error)
            throw new StorageException($"{file} was not restored: it {error}.");
        var copier = new DatabaseCopier(server);
        await copier.RequireUnusedAsync();
        var isThere = await _database.ReadAsync(async connection => await PostgresSchema.FindVersionAsync(connection, Location) > 0);
        if (isThere)
            await MigrateAsync();
        var replaced = isThere ? await backups.WriteAsync(BackupName.BeforeRestore) : null;
        server.CloseUnused();
        await copier.ToPostgresAsync(new DatabaseFile(DatabaseCopier.TextOf(file)), replaces: true);
        return replaced;
    }

    public string? FindSoundBackup() => backups.NewestSound();

    public void Dispose() => _database.Dispose();

    private async Task<DatabaseCheck> CheckAsync(DbConnection connection)
    {
        var version = await PostgresSchema.FindVersionAsync(connection, Location);
        if (version == 0)
            return new DatabaseCheck(0, null, 0, 0, 0);
        return await FindFaultAsync(connection) is { } fault
            ? new DatabaseCheck(version, fault, 0, 0, 0)
            : new DatabaseCheck(
                version,
                null,
                await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM subjects"),
                await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM statements"),
                (await NewsCheck.ReadAsync(connection)).Pending
            );
    }

    // The server keeps its pages and references by itself; whether the facts can be read shows when they are.
    private static async Task<string?> FindFaultAsync(DbConnection connection)
    {
        try
        {
            await PostgresGlobalLayer.ReadAsync(connection);
            return null;
        }
        catch (Exception exception) when (exception is not (DbException or OutOfMemoryException))
        {
            return $"a fact cannot be read: {exception.Message.ReplaceLineEndings(" ")}";
        }
    }
}
