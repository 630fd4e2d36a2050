using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Chat;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Editing;

/// <summary>Takes revisions back: each thing that a revision changed becomes what
/// it was, unless a later one changed the same thing.</summary>
internal sealed class RevisionReverter(DbConnection connection, StatementWriter statementWriter)
{
    public async Task<EditResult> UndoAsync(Author author, long number, string? reason)
    {
        if (await Revisions.FindAsync(connection, number) is not { } row || row.Layer != StatementRow.Global && row.Layer != author.Server)
            return new EditResult.Refused(new Refusal(RefusalCode.RevisionUnknown, $"{number}"));
        if (row.Kind == RevisionRow.Seed)
            return new EditResult.Refused(new Refusal(RefusalCode.RevisionSeeded, $"{number}"));
        RevisionRow[] rows = row.BatchId is { } batch
            ?
            [
                .. await connection.QueryAsync<RevisionRow>(
                    $"SELECT {Revisions.Columns} FROM revisions WHERE together = @batch AND layer = @Layer ORDER BY number DESC",
                    new { batch, row.Layer }
                ),
            ]
            : [row];
        var made = ImmutableArray.CreateBuilder<Revision>();
        foreach (var one in rows)
        {
            var editResult = await UndoOneAsync(one, reason);
            if (editResult is not EditResult.Done done)
                return editResult;
            made.AddRange(done.Revisions);
        }

        return new EditResult.Done(made.ToImmutable());
    }

    private async Task<EditResult> UndoOneAsync(RevisionRow row, string? reason)
    {
        if (await FactStore.ReadRowAsync(connection, row.Statement) is not { } current)
            return new EditResult.Refused(new Refusal(RefusalCode.RevisionFactGone, $"{row.Number}"));
        var after = StatementContent.Parse(row.Content);
        var earlier = row.Before is { } before ? await Revisions.FindAsync(connection, before) : null;
        var stood = earlier is null ? null : StatementContent.Parse(earlier.Content);
        var changed = ContentParts.Changed(stood, after);
        foreach (
            var later in await connection.QueryAsync<RevisionRow>(
                $"SELECT {Revisions.Columns} FROM revisions WHERE statement = @Statement AND number > @Number ORDER BY number DESC",
                row
            )
        )
        {
            var from = later.Before is { } one ? await Revisions.FindAsync(connection, one) : null;
            var touched = ContentParts
                .Changed(from is null ? null : StatementContent.Parse(from.Content), StatementContent.Parse(later.Content))
                .Intersect(changed);
            if (!touched.IsEmpty && later.Undoes == row.Number)
                return new EditResult.Refused(new Refusal(RefusalCode.RevisionUndone, $"{row.Number}", $"{later.Number}"));
            if (!touched.IsEmpty)
                return new EditResult.Refused(
                    new Refusal(
                        RefusalCode.RevisionOverwritten,
                        $"{row.Number}",
                        $"{later.Number}",
                        string.Join(", ", touched.Order(StringComparer.Ordinal))
                    )
                );
        }

        // What a server put in place of a global statement makes way for it again; what was new is retracted.
        var now = current.Content;
        var restored = stood is null ? now with { State = StatementContent.Retracted } : ContentParts.Restore(now, stood, changed);
        if (earlier is not null && earlier.Statement != row.Statement)
            restored = restored with { State = StatementContent.Inherits };
        return await statementWriter.WriteAsync(
            new Change(ChangeKind.Undo, new Layer(row.Layer), row.Subject, row.Property, restored)
            {
                Statement = current.Id,
                Base = current.Revision,
                Reason = reason,
                Undoes = row.Number,
                BatchId = row.BatchId is null ? null : $"undo of {row.BatchId}",
            }
        );
    }
}
