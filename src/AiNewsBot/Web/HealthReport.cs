using AiNewsBot.Answering;
using AiNewsBot.Storage;
using AiNewsBot.Transport;
using Dapper;

namespace AiNewsBot.Web;

/// <summary>How the bot is: its connection, its database, the age of its facts.</summary>
/// <param name="IsHealthy">Whether it can answer.</param>
/// <param name="Gateway">How the connection stands, in words.</param>
/// <param name="Database">ok, or what is wrong with it.</param>
/// <param name="SnapshotAge">How long ago the facts were loaded; null when they are not.</param>
public sealed record HealthReport(bool IsHealthy, string Gateway, string Database, TimeSpan? SnapshotAge)
{
    /// <summary>Looks at each of them now.</summary>
    public static HealthReport Of(IChatTransport? transport, Database database, SnapshotHolder snapshots, TimeProvider time)
    {
        var gateway = transport?.State ?? new TransportState(true, "off");
        var fault = FaultOf(database);
        TimeSpan? age = snapshots.IsLoaded ? time.GetUtcNow() - snapshots.Current.BuiltAt : null;
        return new HealthReport(gateway.IsConnected && fault is null && age is not null, gateway.Description, fault ?? "ok", age);
    }

    private static string? FaultOf(Database database)
    {
        try
        {
            using var connection = database.OpenToRead();
            connection.ExecuteScalar<long>("SELECT version FROM dataset");
            return null;
        }
        catch (Exception exception) when (exception is StorageException or Microsoft.Data.Sqlite.SqliteException)
        {
            return exception.Message;
        }
    }
}
