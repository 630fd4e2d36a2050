using System.Data.Common;
using System.Text.Json;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Review;

/// <summary>
/// Where something below what was edited changed: a global statement under a server's, or the dataset under what curators edited. Nothing
/// edited is overwritten; those who review choose.
/// </summary>
internal sealed class DatasetConflicts(IDatabase database, FactReader reader)
{
    /// <summary>The first that waits in a place; null when none does.</summary>
    public async Task<Card?> NextAsync(EditContext place, CancellationToken cancellationToken = default) =>
        (place.Layer.IsGlobal ? null : await ForServerAsync(place, cancellationToken))
        ?? (place.Author.IsCurator ? await ForDatasetAsync(place, cancellationToken) : null);

    /// <summary>The change by which a server keeps its statement, or gives it up for
    /// the global one; null when it no longer waits.</summary>
    public Task<Change?> ResolveAsync(
        EditContext place,
        string statement,
        long revision,
        bool keeps,
        CancellationToken cancellationToken = default
    ) =>
        database.ReadAsync<Change?>(
            async connection =>
            {
                var row = await FactStore.ReadRowAsync(connection, statement);
                if (row is null || row.Layer != place.Layer.Id || row.Revision != revision)
                    return null;
                var content = row.Content;
                return new Change(
                    ChangeKind.Settle,
                    place.Layer,
                    row.Subject,
                    row.Property,
                    keeps ? content : content with { State = StatementContent.Inherits }
                )
                {
                    Statement = row.Id,
                    Base = row.Revision,
                    Reason = keeps ? "Kept, though the fact for all servers changed" : "Given up for the fact for all servers",
                };
            },
            cancellationToken
        );

    /// <summary>The changes by which curators take what the dataset says in place of their own.</summary>
    public Task<IReadOnlyList<Change>> AcceptDatasetAsync(long number, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Change>>(
            async connection =>
            {
                if (await ReadConflictAsync(connection, number) is not { } conflict)
                    return [];
                var slot = await reader.ReadPropertyAsync(Layer.Global, conflict.Subject, conflict.Property, cancellationToken);
                var theirs = JsonSerializer.Deserialize(conflict.Theirs, FactJson.Default.StatementContentArray)!;
                var together = $"dataset conflict {number}";
                const string reason = "The dataset's, taken in place of an edit";
                return
                [
                    .. slot.Where(currentStatement => !theirs.Contains(currentStatement.Content))
                        .Select(currentStatement => new Change(
                            ChangeKind.Retract,
                            Layer.Global,
                            conflict.Subject,
                            conflict.Property,
                            currentStatement.Content with
                            {
                                State = StatementContent.Retracted,
                            }
                        )
                        {
                            Statement = currentStatement.Id,
                            Base = currentStatement.Revision,
                            Reason = reason,
                            BatchId = together,
                        }),
                    .. theirs
                        .Where(content => slot.All(currentStatement => currentStatement.Content != content))
                        .Select(content => new Change(ChangeKind.Add, Layer.Global, conflict.Subject, conflict.Property, content)
                        {
                            Reason = reason,
                            BatchId = together,
                        }),
                ];
            },
            cancellationToken
        );

    /// <summary>Marks one as decided.</summary>
    public static Task CloseAsync(DbConnection connection, long number, bool keeps) =>
        connection.ExecuteAsync(
            "UPDATE conflicts SET state = @state WHERE number = @number AND state = 'open'",
            new { number, state = keeps ? "kept" : "taken" }
        );

    /// <summary>Keeps what curators edited.</summary>
    public async Task KeepServersAsync(long number, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(connection => CloseAsync(connection, number, keeps: true), cancellationToken);
    }

    private Task<Card?> ForServerAsync(EditContext place, CancellationToken cancellationToken) =>
        database.ReadAsync<Card?>(
            async connection =>
            {
                var id = await connection.QueryFirstOrDefaultAsync<string>(
                    """
                    SELECT own.id FROM statements AS own LEFT JOIN statements AS below ON below.id = own.base
                    WHERE own.layer = @layer AND own.base IS NOT NULL AND own.state <> 'inherits' AND below.revision > own.base_revision
                        ORDER BY own.revision LIMIT 1
                    """,
                    new { layer = place.Layer.Id }
                );
                if (id is null)
                    return null;
                var own = (await FactStore.ReadRowAsync(connection, id))!;
                var below = (await FactStore.ReadRowAsync(connection, own.Base!))!;
                return new CardWriter(VerdictStyle.Accent(null))
                    .Add(ChatTexts.Current["fact.below_changed", ("title", FactText.Title(place.Facts.Facts, own.Subject, own.Property))])
                    .Add(ChatTexts.Current["fact.below_lines", ("own", FactText.Line(own.Content)), ("all", FactText.Line(below.Content))])
                    .AddButton(
                        new SeenButton(own.Id, own.Revision).Format(DatasetConflictButtons.Keep),
                        ChatTexts.Current["fact.keep_server"]
                    )
                    .AddButton(
                        new SeenButton(own.Id, own.Revision).Format(DatasetConflictButtons.GiveUp),
                        ChatTexts.Current["fact.take_all"]
                    )
                    .ToCard();
            },
            cancellationToken
        );

    private Task<Card?> ForDatasetAsync(EditContext place, CancellationToken cancellationToken) =>
        database.ReadAsync<Card?>(
            async connection =>
            {
                if (await ReadConflictAsync(connection) is not { } conflict)
                    return null;
                var ours = await reader.ReadPropertyAsync(Layer.Global, conflict.Subject, conflict.Property, cancellationToken);
                var theirs = JsonSerializer.Deserialize(conflict.Theirs, FactJson.Default.StatementContentArray)!;
                return new CardWriter(VerdictStyle.Accent(null))
                    .Add(
                        ChatTexts.Current[
                            "fact.dataset_differs",
                            ("title", FactText.Title(place.Facts.Facts, conflict.Subject, conflict.Property))
                        ]
                    )
                    .Add(
                        ChatTexts.Current[
                            "fact.dataset_lines",
                            ("edited", Lines(ours.Select(currentStatement => currentStatement.Content))),
                            ("new", Lines(theirs))
                        ]
                    )
                    .AddButton(
                        ButtonId.Format(DatasetConflictButtons.KeepEdited, $"{conflict.Number}"),
                        ChatTexts.Current["fact.keep_edited"]
                    )
                    .AddButton(ButtonId.Format(DatasetConflictButtons.TakeNew, $"{conflict.Number}"), ChatTexts.Current["fact.take_new"])
                    .ToCard();
            },
            cancellationToken
        );

    private static string Lines(IEnumerable<StatementContent> contents) =>
        string.Join("; ", contents.Select(FactText.Line).DefaultIfEmpty(ChatTexts.Current["fact.nothing"]));

    // The one of this number, or the first; null when it does not wait.
    private static Task<ConflictRow?> ReadConflictAsync(DbConnection connection, long? number = null) =>
        connection.QueryFirstOrDefaultAsync<ConflictRow>(
            """
            SELECT number AS Number, subject AS Subject, property AS Property, theirs AS Theirs FROM conflicts
            WHERE state = 'open' AND (@number IS NULL OR number = @number) ORDER BY number LIMIT 1
            """,
            new { number }
        );

    internal sealed record ConflictRow
    {
        public long Number { get; init; }

        public required string Subject { get; init; }

        public required string Property { get; init; }

        public required string Theirs { get; init; }
    }
}
