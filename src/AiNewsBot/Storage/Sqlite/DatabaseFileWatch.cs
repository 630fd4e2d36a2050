using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Asks SQLite whether the file that a connection has open is still the one at its path
/// (https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).</summary>
internal static class DatabaseFileWatch
{
    private const int HasMovedCode = 20;

    /// <summary>Whether the file was deleted or replaced: what is written to it then is lost when the connection closes.</summary>
    public static bool HasMoved(SqliteConnection connection)
    {
        var moved = 0;
        _ = FileControl(connection.Handle!.DangerousGetHandle(), IntPtr.Zero, HasMovedCode, ref moved);
        return moved != 0;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    private static extern int FileControl(IntPtr database, IntPtr name, int operation, ref int result);
}
