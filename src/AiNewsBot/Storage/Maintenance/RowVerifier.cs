using System.Data.Common;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Compares two databases row by row, value by value.</summary>
internal static class RowVerifier
{
    /// <returns>How many rows both have.</returns>
    /// <exception cref="StorageException">They differ.</exception>
    public static async Task<long> VerifyAsync(IEnumerable<TableShape> tables, DbConnection one, DbConnection other)
    {
        var rows = 0L;
        foreach (var table in tables)
            rows += await VerifyAsync(table, one, other);
        return rows;
    }

    private static async Task<long> VerifyAsync(TableShape table, DbConnection one, DbConnection other)
    {
        await using var first = await TableReader.OpenAsync(one, table);
        await using var second = await TableReader.OpenAsync(other, table);
        for (var row = 0L; ; row++)
        {
            var (hasFirst, hasSecond) = (await first.ReadAsync(), await second.ReadAsync());
            if (hasFirst != hasSecond)
                throw Differ(table, row, "one of them has no more rows");
            if (!hasFirst)
                return row;
            for (var column = 0; column < table.Columns.Length; column++)
            {
                if (!Equals(first[column], second[column]))
                    throw Differ(table, row, table.Columns[column]);
            }
        }
    }

    private static StorageException Differ(TableShape table, long row, string what) =>
        new(FormattableString.Invariant($"Row {row + 1} of {table.Name} was not copied as it is ({what}): nothing was kept."))
        {
            Fault = StorageError.Unavailable,
        };
}
