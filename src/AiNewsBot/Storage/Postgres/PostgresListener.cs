using Dapper;
using Npgsql;

namespace AiNewsBot.Storage.Postgres;

/// <summary>
/// Hears from other processes that they wrote. On a session of its own: behind a pooler no word comes through, and the poll of changes is
/// all there is.
/// </summary>
internal sealed class PostgresListener(PostgresServer server) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private PostgresConnection? _session;

    /// <summary>Completes with the next word. To be called by one after the other.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_session is null)
            {
                _session = await server.OpenDirectAsync();
                await _session.ExecuteAsync($"LISTEN {PostgresServer.Channel}");
            }

            await _session.Inner.WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or StorageException)
        {
            // Those who wait find the fault, too, and say so.
            Dispose();
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }
}
