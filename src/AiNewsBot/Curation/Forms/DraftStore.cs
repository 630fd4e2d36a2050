using System.Security.Cryptography;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Forms;

/// <summary>
/// Keeps what was written into forms until it is done: no text is lost to a conflict, a fault, a restart or an interaction that ran out. It
/// writes in turn with all else of this process: waiting for SQLite's own lock takes longer than an edit.
/// </summary>
internal sealed class DraftStore(IDatabase database, TimeProvider time)
{
    private const int MaxPerEditor = 20;
    private const string Columns = "id AS Id, layer AS Layer, editor AS Editor, form AS Form, fields AS Fields, made_at AS MadeAt";

    /// <summary>Keeps what was written, in place of the draft that the form began with; of one editor the latest twenty.</summary>
    public async Task<FormDraft> SaveAsync(
        Layer layer,
        string editor,
        FormTarget target,
        FactFields fields,
        CancellationToken cancellationToken = default
    )
    {
        var id =
            target.Draft.Length > 0 && await FindAsync(target.Draft, editor, cancellationToken) is not null
                ? target.Draft
                : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var draft = new FormDraft(id, layer.Id, editor, target with { Draft = "" }, fields, time.GetUtcNow());
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO drafts (id, layer, editor, form, fields, made_at) VALUES (@Id, @Layer, @Editor, @form, @fields, @at)
                    ON CONFLICT (id) DO UPDATE SET form = excluded.form, fields = excluded.fields, made_at = excluded.made_at;
                    DELETE FROM drafts WHERE editor = @Editor AND id NOT IN (SELECT id FROM drafts WHERE editor = @Editor
                        ORDER BY made_at DESC LIMIT @most);
                    """,
                    new
                    {
                        draft.Id,
                        draft.Layer,
                        draft.Editor,
                        form = draft.Target.Format(),
                        fields = fields.ToJson(),
                        at = draft.At.ToUnixTimeMilliseconds(),
                        most = MaxPerEditor,
                    }
                ),
            cancellationToken
        );
        return draft;
    }

    /// <summary>A draft of an editor; null when it is done or not theirs.</summary>
    public async Task<FormDraft?> FindAsync(string id, string editor, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<Row>(
                    $"SELECT {Columns} FROM drafts WHERE id = @id AND editor = @editor",
                    new { id, editor }
                ),
            cancellationToken
        )
            is { } row
            ? DraftOf(row)
            : null;

    /// <summary>The latest of an editor on a property of a subject; null without one.</summary>
    /// <param name="isNew">Whether it adds a statement, or changes one.</param>
    public async Task<FormDraft?> FindAsync(
        Layer layer,
        string editor,
        FormTarget target,
        bool isNew,
        CancellationToken cancellationToken = default
    ) =>
        (
            await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<Row>(
                            $"SELECT {Columns} FROM drafts WHERE layer = @layer AND editor = @editor ORDER BY made_at DESC",
                            new { layer = layer.Id, editor }
                        )
                    ).AsList(),
                cancellationToken
            )
        )
            .Select(DraftOf)
            .OfType<FormDraft>()
            .FirstOrDefault(draft => draft.Target.IsLike(target) && draft.Target.Statement.Length == 0 == isNew);

    /// <summary>Rebases the draft on the current values of this target.</summary>
    public async Task RebaseAsync(FormDraft draft, FormTarget target, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync("UPDATE drafts SET form = @form WHERE id = @Id", new { form = target.Format(), draft.Id }),
            cancellationToken
        );
    }

    /// <summary>Forgets one.</summary>
    public async Task DropAsync(string id, string editor, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            connection => connection.ExecuteAsync("DELETE FROM drafts WHERE id = @id AND editor = @editor", new { id, editor }),
            cancellationToken
        );
    }

    private static FormDraft? DraftOf(Row row) =>
        FormTarget.Parse(row.Form) is { } target
            ? new FormDraft(row.Id, row.Layer, row.Editor, target, FactFields.Parse(row.Fields), row.MadeAt.ToDateTimeOffset())
            : null;

    internal sealed record Row
    {
        public required string Id { get; init; }

        public required string Layer { get; init; }

        public required string Editor { get; init; }

        public required string Form { get; init; }

        public required string Fields { get; init; }

        public long MadeAt { get; init; }
    }
}
