using Dapper;
using Npgsql;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Writes a row.</summary>
internal sealed class PostgresWriteProbe(PostgresServer server, TimeProvider time, DatabaseFaultLog? faults = null) : IWriteProbe
{
    private readonly WriteOutage _outage = new(time, faults);

    public async Task<string?> GetErrorAsync() => _outage.Report(await WriteAsync());

    public async Task RequireAsync()
    {
        if (await WriteAsync() is { } exception)
            throw exception;
    }

    private async Task<StorageException?> WriteAsync()
    {
        try
        {
            await using var connection = await server.OpenAsync();
            await using var transaction = await connection.Inner.BeginTransactionAsync();
            await connection.ExecuteAsync(
                "SET LOCAL lock_timeout = '1s'; INSERT INTO health (id, written_at) VALUES (1, "
                    + time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)
                    + ") ON CONFLICT (id) DO UPDATE SET written_at = excluded.written_at"
            );
            await transaction.CommitAsync();
            return null;
        }
        catch (NpgsqlException exception) when (PostgresErrorText.IsOfStorage(exception))
        {
            return PostgresErrorText.Create(server.Location, exception);
        }
        catch (StorageException exception)
        {
            return exception;
        }
    }
}
