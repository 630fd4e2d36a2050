using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using Npgsql;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Brings the schema up to this program's, script by script, each in a transaction. Of several processes one does it, and
/// the others wait for it.</summary>
internal sealed class PostgresMigrator(PostgresServer server)
{
    /// <exception cref="StorageException">The database is newer than this program, or a script failed (and was rolled back).</exception>
    public async Task MigrateAsync()
    {
        await using var session = await server.OpenDirectAsync();
        try
        {
            if (await PostgresSchema.FindVersionAsync(session, server.Location) == PostgresSchema.NewestVersion)
                return;
            await session.ExecuteAsync($"SELECT pg_advisory_lock({PostgresServer.MigrationLock})");
            if (await PostgresSchema.FindVersionAsync(session, server.Location) == PostgresSchema.NewestVersion)
                return;
            Deploy();
        }
        catch (NpgsqlException exception) when (PostgresErrorText.IsOfStorage(exception))
        {
            throw PostgresErrorText.Create(server.Location, exception);
        }
    }

    // Apart, so that a start with nothing to do loads none of what it takes.
    private void Deploy()
    {
        var result = DeployChanges
            .To.PostgresqlDatabase(new PostgresqlConnectionManager(server.Direct))
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), PostgresSchema.IsScript)
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (result.Successful)
            return;
        var cause = PostgresErrorText.Create(server.Location, result.Error);
        throw new StorageException(
            $"The database {server.Location} could not be migrated: {result.ErrorScript?.Name} failed, and was rolled back: "
                + $"{result.Error.Message.ReplaceLineEndings(" ")}",
            result.Error
        )
        {
            Fault = cause.Fault,
        };
    }
}
