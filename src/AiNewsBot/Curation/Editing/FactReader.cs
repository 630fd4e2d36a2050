using System.Collections.Immutable;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Editing;

/// <summary>Reads statements with their revisions, as a layer sees them.</summary>
internal sealed class FactReader(Database database)
{
    /// <summary>What a layer holds of a property of a subject, in the order of time.</summary>
    public ImmutableArray<CurrentStatement> ReadProperty(Layer layer, string subject, string property)
    {
        using var connection = database.Open();
        var rows = FactStore.ReadSlot(connection, null, layer.Id, subject, property);
        var hidden = rows.Where(row => row.Layer != StatementRow.Global && row.State != StatementContent.Inherits)
            .Select(row => row.Base)
            .OfType<string>()
            .ToHashSet();
        return [.. rows.Where(row => row.State == StatementContent.Stated && !hidden.Contains(row.Id)).Select(CurrentStatement.Create)];
    }

    /// <summary>The statements of a property of a subject that belong to a layer itself, in any state.</summary>
    public ImmutableArray<CurrentStatement> ReadOwn(Layer layer, string subject, string property)
    {
        using var connection = database.Open();
        return
        [
            .. FactStore
                .ReadSlot(connection, null, layer.Id, subject, property)
                .Where(row => row.Layer == layer.Id && (row.Base is null || row.State != StatementContent.Inherits))
                .Select(CurrentStatement.Create),
        ];
    }

    /// <summary>All rows of some subjects that a layer sees or hides: its own, and the global ones.</summary>
    internal IReadOnlyList<StatementRow> Rows(Layer layer, IEnumerable<string> subjects)
    {
        using var connection = database.Open();
        return FactStore.ReadRows(connection, layer.Id, subjects);
    }

    /// <summary>A statement as a layer sees it; null when it does not.</summary>
    public CurrentStatement? Find(Layer layer, string id)
    {
        using var connection = database.Open();
        if (FactStore.ReadRow(connection, null, id) is not { } row || row.Layer != StatementRow.Global && row.Layer != layer.Id)
            return null;
        if (
            row.Layer == StatementRow.Global
            && !layer.IsGlobal
            && connection.QueryFirstOrDefault<string>(
                "SELECT id FROM statements WHERE base = @id AND layer = @layer AND state <> 'inherits'",
                new { id, layer = layer.Id }
            )
                is { } own
        )
            row = FactStore.ReadRow(connection, null, own)!;
        return CurrentStatement.Create(row);
    }

    /// <summary>The global statement that a server's overrides; null where it is new.</summary>
    public CurrentStatement? FindGlobal(string id)
    {
        using var connection = database.Open();
        return FactStore.ReadRow(connection, null, id) is { Base: { } below } && FactStore.ReadRow(connection, null, below) is { } row
            ? CurrentStatement.Create(row)
            : null;
    }

    /// <summary>A revision with what stood before it; null when a layer does not see it.</summary>
    public Revision? Revision(Layer layer, long number)
    {
        using var connection = database.Open();
        var row = Revisions.Find(connection, null, number);
        return row is not null && (row.Layer == StatementRow.Global || row.Layer == layer.Id) ? Before(connection, row) : null;
    }

    /// <summary>A page of the revisions of a property of a subject that a layer sees, the newest first, and one more if there is
    /// one.</summary>
    /// <param name="below">Only those before this number.</param>
    public ImmutableArray<Revision> History(Layer layer, string subject, string property, long below, int count)
    {
        using var connection = database.Open();
        return
        [
            .. connection
                .Query<RevisionRow>(
                    $"""
                    SELECT {Revisions.Columns} FROM revisions
                    WHERE subject = @subject AND property = @property AND layer IN ('global', @layer) AND number < @below
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
                .AsList()
                .Select(row => Before(connection, row)),
        ];
    }

    private static Revision Before(Microsoft.Data.Sqlite.SqliteConnection connection, RevisionRow row)
    {
        var before = row.Before is { } number ? Revisions.Find(connection, null, number) : null;
        return new Revision(row, StatementContent.Parse(row.Content), before is null ? null : StatementContent.Parse(before.Content));
    }
}
