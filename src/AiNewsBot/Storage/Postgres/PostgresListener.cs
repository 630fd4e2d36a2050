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

    /// <summary>Whether the server tells of changes.</summary>
    public bool IsListening => _session is not null;

    /// <summary>Completes with the next word, and when it has begun to listen: what was told before was not heard. To be called by one
    /// after the other.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        // No periodic job: each call waits for one notification, and the watch calls again.
        try
        {
            if (_session is null)
            {
                var session = await server.OpenDirectAsync(cancellationToken);
                _session = session;
                await session.ExecuteAsync($"LISTEN {PostgresServer.Channel}");
                return;
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
