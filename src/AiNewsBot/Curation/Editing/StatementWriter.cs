using System.Data.Common;
using System.Security.Cryptography;
using AiNewsBot.Chat;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Editing;

/// <summary>
/// Changes within one transaction. Each writes exactly one revision, or nothing. What its author may do, whether the statement is locked
/// and whether it is still as they saw it are conditions of the statement that writes: between checking and writing, nothing can come.
/// </summary>
/// <param name="count">How many changes there are; their numbers are taken together.</param>
internal sealed class StatementWriter(DbConnection connection, Author author, DateTimeOffset now, int count = 1)
{
    // Two who say the same at the same time say it once.
    private const string AlreadyStated = """
        SELECT 1 FROM statements WHERE layer = @Layer AND subject = @Subject AND property = @Property AND value = @Value
            AND valid_from IS NOT DISTINCT FROM @ValidFrom AND valid_to IS NOT DISTINCT FROM @ValidTo
            AND note IS NOT DISTINCT FROM @Note AND qualifiers = @Qualifiers AND state = 'stated'
        """;

    private long _next;
    private int _left;
    private bool? _anyoneWaits;

    public async Task<EditResult> WriteAsync(Change change)
    {
        if (change.Statement is not { } id)
            return await InsertAsync(change, below: null);
        if (await FactStore.ReadRowAsync(connection, id) is not { } row)
            return new EditResult.Refused(new Refusal(RefusalCode.FactGone));
        if (ChangesNothing(change, row))
            return new EditResult.Refused(new Refusal(RefusalCode.FactUnchanged));
        if (row.Layer == change.Layer.Id)
            return await UpdateAsync(change, row, change.Base);
        if (row.Layer != StatementRow.Global)
            return new EditResult.Refused(new Refusal(RefusalCode.FactOfAnotherServer));

        // A server's statement in place of a global one; one that was given up is taken up again.
        var own = await OwnOfAsync(change, id);
        if (own is null)
            return await InsertAsync(change, row);
        var current = (await FactStore.ReadRowAsync(connection, own))!;
        return current.State == StatementContent.Inherits && row.Revision == change.Base
            ? await UpdateAsync(change, current, current.Revision)
            : await DiffersAsync(change, current);
    }

    /// <summary>What the author made by the same change before: the chat may have shown it as failed, and they send it again.</summary>
    public async Task<EditResult.Done?> FindRepeatAsync(Change change)
    {
        var id = change.Statement is { } statement
            ? await OwnOfAsync(change, statement) ?? statement
            : await connection.QueryFirstOrDefaultAsync<string>(
                "SELECT id FROM statements WHERE layer = @layer AND subject = @Subject AND property = @Property AND value = @Value "
                    + "AND valid_from IS NOT DISTINCT FROM @ValidFrom AND state = 'stated'",
                new
                {
                    layer = change.Layer.Id,
                    change.Subject,
                    change.Property,
                    change.Content.Value,
                    change.Content.ValidFrom,
                }
            );
        return id is not null && await FactStore.ReadRowAsync(connection, id) is { } row ? await RepeatAsync(change, row) : null;
    }

    private async Task<EditResult.Done?> RepeatAsync(Change change, StatementRow row)
    {
        if (author.User is null || row.Layer != change.Layer.Id || await Revisions.FindAsync(connection, row.Revision) is not { } last)
            return null;
        var isSame =
            last.Editor == author.User
            && last.Kind == KindOf(change)
            && (change.Statement is null || last.Before == change.Base)
            && ContentParts.Changed(StatementContent.Parse(last.Content), change.Content).IsEmpty;
        return isSame ? new EditResult.Done([await RevisionOfAsync(last, StatementContent.Parse(last.Content))]) { IsRepeat = true } : null;
    }

    // Reading a source again, locking and undoing say something even where the words stay.
    private static bool ChangesNothing(Change change, StatementRow row) =>
        change.Kind is ChangeKind.Edit or ChangeKind.Retract
        && row.Revision == change.Base
        && ContentParts.Changed(row.Content, change.Content).IsEmpty;

    private Task<string?> OwnOfAsync(Change change, string id) =>
        connection.QueryFirstOrDefaultAsync<string>(
            "SELECT id FROM statements WHERE layer = @layer AND base = @id",
            new { layer = change.Layer.Id, id }
        );

    private async Task<long> NextNumberAsync()
    {
        if (_left == 0)
            (_next, _left) = (await Revisions.ReserveNumbersAsync(connection, count), count);
        _left--;
        return _next++;
    }

    private async Task<EditResult> InsertAsync(Change change, StatementRow? below)
    {
        if (below is not null && below.Revision != change.Base)
            return await DiffersAsync(change, below);
        if (below is null && await FindRepeatAsync(change) is { } repeat)
            return repeat;
        var number = await NextNumberAsync();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
        var values = ValuesOf(change, id, number) with { Base = below?.Id, BaseRevision = below?.Revision };
        var written = await connection.ExecuteAsync(
            $"""
            INSERT INTO statements (id, layer, base, base_revision, subject, property, value, valid_from, valid_to, sources, verified_on,
                note, rank, qualifiers, state, locked, revision, edited, position)
            SELECT @Id, @Layer, @Base, @BaseRevision, @Subject, @Property, @Value, @ValidFrom, @ValidTo, @Sources, @VerifiedOn, @Note,
                @Rank, @Qualifiers, @State, @Locked, @Revision, 1,
                COALESCE((SELECT position FROM statements WHERE subject = @Subject ORDER BY position DESC LIMIT 1), 0) + 1
            WHERE EXISTS (SELECT 1 FROM subjects WHERE id = @Subject AND layer IN ('global', @Layer)) AND {(
                IsForApprovers(change) ? EditRights.Approve : EditRights.Edit
            )}
                AND (@Base IS NOT NULL OR {EditRights.Approve} OR NOT EXISTS (
                    SELECT 1 FROM statements WHERE layer = @Layer AND subject = @Subject AND property = @Property AND locked = 1
                        AND state = 'stated'))
                AND (@Base IS NOT NULL OR NOT EXISTS ({AlreadyStated}))
            """,
            values
        );
        return written == 1
            ? await DoneAsync(change, id, number, below?.Revision)
            : await WhyAsync(change, null, said: await connection.ExecuteScalarAsync<bool>($"SELECT EXISTS ({AlreadyStated})", values));
    }

    private async Task<EditResult> UpdateAsync(Change change, StatementRow row, long seen)
    {
        if (row.Revision != seen && await RepeatAsync(change, row) is { } repeat)
            return repeat;
        var number = await NextNumberAsync();
        var values = ValuesOf(change, row.Id, number) with { Seen = seen };
        var written = await connection.ExecuteAsync(
            $"""
            UPDATE statements SET value = @Value, valid_from = @ValidFrom, valid_to = @ValidTo, sources = @Sources,
                verified_on = @VerifiedOn, note = @Note,
                rank = @Rank, qualifiers = @Qualifiers, state = @State, locked = @Locked, revision = @Revision, edited = 1,
                base_revision = CASE WHEN base IS NULL THEN NULL ELSE COALESCE((SELECT revision FROM statements AS below
                    WHERE below.id = statements.base), base_revision) END
            WHERE id = @Id AND layer = @Layer AND revision = @Seen AND {(
                IsForApprovers(change) ? EditRights.Approve : EditRights.Edit
            )} AND (locked = 0 OR {EditRights.Approve})
            """,
            values
        );
        return written == 1 ? await DoneAsync(change, row.Id, number, row.Revision) : await WhyAsync(change, row, seen);
    }

    private async Task<EditResult.Done> DoneAsync(Change change, string id, long number, long? before)
    {
        var row = new RevisionRow
        {
            Number = number,
            Layer = change.Layer.Id,
            Statement = id,
            Subject = change.Subject,
            Property = change.Property,
            Kind = KindOf(change),
            Content = change.Content.ToJson(),
            Before = before,
            Editor = author.User,
            Reason = change.Reason,
            BatchId = change.BatchId,
            Undoes = change.Undoes,
            MadeAt = now.ToUnixTimeMilliseconds(),
        };
        await Revisions.WriteAsync(connection, row);
        if (
            change.Kind is not (ChangeKind.Lock or ChangeKind.Unlock or ChangeKind.Verify)
            && (_anyoneWaits ??= await AnyoneWaitsAsync(change.Layer))
        )
            await SupersedeAsync(change, id);
        return new EditResult.Done([await RevisionOfAsync(row, change.Content)]);
    }

    private async Task<Revision> RevisionOfAsync(RevisionRow row, StatementContent content)
    {
        var stood = row.Before is { } earlier ? await Revisions.FindAsync(connection, earlier) : null;
        return new Revision(row, content, stood is null ? null : StatementContent.Parse(stood.Content));
    }

    private static string KindOf(Change change) => change.Kind.ToString().ToLowerInvariant();

    private async Task<bool> AnyoneWaitsAsync(Layer layer) =>
        await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM suggestions WHERE layer = @layer AND state = 'pending'",
            new { layer = layer.Id }
        ) > 0;

    // Suggestions of what is now said are superseded. Others for the same statement
    // wait on: those who review see that it changed, and decide.
    private async Task SupersedeAsync(Change change, string id)
    {
        var waiting = (
            await connection.QueryAsync<WaitingRow>(
                """
                SELECT number AS Number, content AS Content FROM suggestions
                    WHERE layer = @layer AND subject = @Subject AND property = @Property AND state = 'pending'
                    AND statement IN (@id, @Statement, (SELECT base FROM statements WHERE id = @id))
                """,
                new
                {
                    layer = change.Layer.Id,
                    change.Subject,
                    change.Property,
                    id,
                    change.Statement,
                }
            )
        ).AsList();
        foreach (var row in waiting.Where(row => FactFields.Parse(row.Content).Says(change.Content)))
        {
            await connection.ExecuteAsync(
                "UPDATE suggestions SET state = 'superseded', decided_by = @editor, decided_at = @at WHERE number = @Number",
                new
                {
                    editor = author.User,
                    at = now.ToUnixTimeMilliseconds(),
                    row.Number,
                }
            );
        }
    }

    // Nothing was written: the reason, in the order in which it helps.
    private async Task<EditResult> WhyAsync(Change change, StatementRow? row, long seen = 0, bool said = false)
    {
        if (!await HoldsAsync(EditRights.Edit, change.Layer))
            return new EditResult.Refused(new Refusal(RefusalCode.EditForbidden, FactText.Name(change.Layer)));
        if (row is not null && row.Revision != seen)
            return await DiffersAsync(change, row);
        if (said)
            return new EditResult.Refused(new Refusal(RefusalCode.FactSaid));
        if (!await HoldsAsync(EditRights.Approve, change.Layer))
            return new EditResult.Refused(new Refusal(RefusalCode.FactLocked));
        return new EditResult.Refused(new Refusal(RefusalCode.SubjectGone));
    }

    private async Task<EditResult> DiffersAsync(Change change, StatementRow row) =>
        await RepeatAsync(change, row)
        ?? (EditResult)
            new EditResult.Conflict(
                CurrentStatement.Create(row),
                await Revisions.FindAsync(connection, change.Base) is { } seen ? StatementContent.Parse(seen.Content) : null
            );

    private Task<bool> HoldsAsync(string right, Layer layer) =>
        connection.ExecuteScalarAsync<bool>($"SELECT {right}", EditRights.For(author, layer));

    // A lock that an editor could take off would be none.
    private static bool IsForApprovers(Change change) => change.Kind is ChangeKind.Lock or ChangeKind.Unlock;

    private WrittenValues ValuesOf(Change change, string id, long number) =>
        new(
            StatementRow.From(id, change.Subject, change.Property, change.Content) with
            {
                Revision = number,
            },
            EditRights.For(author, change.Layer)
        );

    internal sealed record WaitingRow
    {
        public long Number { get; init; }

        public required string Content { get; init; }
    }
}
