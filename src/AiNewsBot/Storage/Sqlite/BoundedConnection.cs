using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>A connection whose commands wait for a lock no longer than its default timeout.</summary>
/// <remarks>
/// A Dapper call that is compiled ahead of time sets the timeout of each command: to 0, which waits without end, where the caller names
/// none.
/// </remarks>
internal sealed class BoundedConnection(string connectionString) : SqliteConnection(connectionString)
{
    public override SqliteCommand CreateCommand() =>
        new BoundedCommand
        {
            Connection = this,
            CommandTimeout = DefaultTimeout,
            Transaction = Transaction,
        };

    private sealed class BoundedCommand : SqliteCommand
    {
        public override int CommandTimeout
        {
            get => base.CommandTimeout;
            set => base.CommandTimeout = value == 0 ? base.CommandTimeout : value;
        }
    }
}
