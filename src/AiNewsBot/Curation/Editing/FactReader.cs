using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Editing;

/// <summary>Reads statements with their revisions, as a layer sees them.</summary>
internal sealed class FactReader(IDatabase database)
{
    /// <summary>What a layer holds of a property of a subject, in the order of time.</summary>
    public Task<ImmutableArray<CurrentStatement>> ReadPropertyAsync(
        Layer layer,
        string subject,
        string property,
        CancellationToken cancellationToken = default
    ) =>
        database.ReadAsync<ImmutableArray<CurrentStatement>>(
            async connection =>
            {
                var rows = await FactStore.ReadSlotAsync(connection, layer.Id, subject, property);
                var hidden = rows.Where(row => row.Layer != StatementRow.Global && row.State != StatementContent.Inherits)
                    .Select(row => row.Base)
                    .OfType<string>()
                    .ToHashSet();
                return
                [
                    .. rows.Where(row => row.State == StatementContent.Stated && !hidden.Contains(row.Id)).Select(CurrentStatement.Create),
                ];
            },
            cancellationToken
        );

    /// <summary>The statements of a property of a subject that belong to a layer itself, in any state.</summary>
    public Task<ImmutableArray<CurrentStatement>> ReadOwnAsync(
        Layer layer,
        string subject,
        string property,
        CancellationToken cancellationToken = default
    ) =>
        database.ReadAsync<ImmutableArray<CurrentStatement>>(
            async connection =>
                [
                    .. (await FactStore.ReadSlotAsync(connection, layer.Id, subject, property))
                        .Where(row => row.Layer == layer.Id && (row.Base is null || row.State != StatementContent.Inherits))
                        .Select(CurrentStatement.Create),
                ],
            cancellationToken
        );

    /// <summary>All rows of some subjects that a layer sees or hides: its own, and the global ones.</summary>
    internal Task<IReadOnlyList<StatementRow>> RowsAsync(
        Layer layer,
        IEnumerable<string> subjects,
        CancellationToken cancellationToken = default
    ) => database.ReadAsync(connection => FactStore.ReadRowsAsync(connection, layer.Id, subjects), cancellationToken);

    /// <summary>A statement as a layer sees it; null when it does not.</summary>
    public Task<CurrentStatement?> FindAsync(Layer layer, string id, CancellationToken cancellationToken = default) =>
        database.ReadAsync<CurrentStatement?>(
            async connection =>
            {
                if (
                    await FactStore.ReadRowAsync(connection, id) is not { } row
                    || row.Layer != StatementRow.Global && row.Layer != layer.Id
                )
                    return null;
                if (
                    row.Layer == StatementRow.Global
                    && !layer.IsGlobal
                    && await connection.QueryFirstOrDefaultAsync<string>(
                        "SELECT id FROM statements WHERE base = @id AND layer = @layer AND state <> 'inherits'",
                        new { id, layer = layer.Id }
                    )
                        is { } own
                )
                    row = (await FactStore.ReadRowAsync(connection, own))!;
                return CurrentStatement.Create(row);
            },
            cancellationToken
        );

    /// <summary>The global statement that a server's overrides; null where it is new.</summary>
    public Task<CurrentStatement?> FindGlobalAsync(string id, CancellationToken cancellationToken = default) =>
        database.ReadAsync<CurrentStatement?>(
            async connection =>
                await FactStore.ReadRowAsync(connection, id) is { Base: { } below }
                && await FactStore.ReadRowAsync(connection, below) is { } row
                    ? CurrentStatement.Create(row)
                    : null,
            cancellationToken
        );

    /// <summary>A revision with what stood before it; null when a layer does not see it.</summary>
    public Task<Revision?> RevisionAsync(Layer layer, long number, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Revision?>(
            async connection =>
            {
                var row = await Revisions.FindAsync(connection, number);
                return row is not null && (row.Layer == StatementRow.Global || row.Layer == layer.Id)
                    ? await BeforeAsync(connection, row)
                    : null;
            },
            cancellationToken
        );

    /// <summary>A page of the revisions of a property of a subject that a layer sees, the newest first, and one more if there is
    /// one.</summary>
    /// <param name="below">Only those before this number.</param>
    public Task<ImmutableArray<Revision>> HistoryAsync(
        Layer layer,
        string subject,
        string property,
        long below,
        int count,
        CancellationToken cancellationToken = default
    ) =>
        database.ReadAsync(
            async connection =>
            {
                // Each layer by itself: asked for both at once, PostgreSQL reads the revisions of all layers.
                var rows = (
                    await connection.QueryAsync<RevisionRow>(
                        $"""
                        SELECT {Revisions.Columns} FROM (
                            SELECT * FROM revisions WHERE subject = @subject AND property = @property AND layer = 'global' AND number <
                                @below
                                ORDER BY number DESC LIMIT @count) AS shared
                        UNION
                        SELECT {Revisions.Columns} FROM (
                            SELECT * FROM revisions WHERE subject = @subject AND property = @property AND layer = @layer AND number < @below
                                ORDER BY number DESC LIMIT @count) AS own
                        ORDER BY number DESC LIMIT @count
                        """,
                        new
                        {
                            layer = layer.Id,
                            subject,
                            property,
                            below,
                            count,
                        }
                    )
                ).AsList();
                var revisions = ImmutableArray.CreateBuilder<Revision>(rows.Count);
                foreach (var row in rows)
                    revisions.Add(await BeforeAsync(connection, row));
                return revisions.DrainToImmutable();
            },
            cancellationToken
        );

    private static async Task<Revision> BeforeAsync(DbConnection connection, RevisionRow row)
    {
        var before = row.Before is { } number ? await Revisions.FindAsync(connection, number) : null;
        return new Revision(row, StatementContent.Parse(row.Content), before is null ? null : StatementContent.Parse(before.Content));
    }
}
