using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Suggestions;

/// <summary>Suggestions, from being made to being decided.</summary>
internal sealed class SuggestionStore(IDatabase database, OutboxSignal signal, LimitSettings limits, TimeProvider time)
{
    /// <summary>The most that wait for one server's reviewers.</summary>
    public const int MaxWaiting = 200;

    /// <summary>How many of what the watch found may wait; the rest is suggested when those are decided.</summary>
    public const int MaxFound = 50;

    private const string Columns = """
        number AS Number, layer AS Layer, author AS Author, subject AS Subject, property AS Property, statement AS Statement,
        base_revision AS BaseRevision, content AS Content, state AS State, outcome AS Outcome, decided_by AS DecidedBy
        """;

    /// <summary>Keeps a suggestion; one's own that still waits for the same statement becomes the new text.</summary>
    /// <returns>Its number; null with the reason when there are too many.</returns>
    public async Task<(long? Number, Refusal? Refusal)> CreateAsync(
        FactSuggestion suggestion,
        string draft,
        CancellationToken cancellationToken = default
    )
    {
        var now = time.GetUtcNow();
        var values = new
        {
            layer = suggestion.Layer.Id,
            suggestion.Author,
            suggestion.Subject,
            suggestion.Property,
            suggestion.Statement,
            suggestion.Base,
            content = suggestion.Fields.ToJson(),
            reason = suggestion.Fields.Why ?? "",
            at = now.ToUnixTimeMilliseconds(),
            hourAgo = (now - TimeSpan.FromHours(1)).ToUnixTimeMilliseconds(),
            draft,
        };
        var (kept, refusal) = await database.WriteAsync<(long? Number, Refusal? Refusal)>(
            async connection =>
            {
                var number = await connection.QueryFirstOrDefaultAsync<long?>(
                    """
                    UPDATE suggestions SET content = @content, reason = @reason, base_revision = @Base
                    WHERE layer = @layer AND author = @Author AND subject = @Subject AND property = @Property
                        AND statement IS NOT DISTINCT FROM @Statement AND state = 'pending' RETURNING number
                    """,
                    values
                );
                if (number is null)
                {
                    if (
                        await connection.ExecuteScalarAsync<int>(
                            "SELECT COUNT(*) FROM suggestions WHERE author = @Author AND made_at > @hourAgo",
                            values
                        )
                            is var made
                        && limits.SuggestionsPerHour > 0
                        && made >= limits.SuggestionsPerHour
                    )
                        return (null, new Refusal(RefusalCode.SuggestionLimit, Quantity.Format(made, "suggestion")));
                    if (
                        await connection.ExecuteScalarAsync<int>(
                            "SELECT COUNT(*) FROM suggestions WHERE layer = @layer AND state = 'pending'",
                            values
                        ) >= MaxWaiting
                    )
                        return (null, new Refusal(RefusalCode.SuggestionQueueFull, $"{MaxWaiting}"));
                    number = await connection.ExecuteScalarAsync<long>(
                        """
                        INSERT INTO suggestions (layer, author, subject, property, statement, base_revision, content, reason, made_at)
                        VALUES (@layer, @Author, @Subject, @Property, @Statement, @Base, @content, @reason, @at) RETURNING number
                        """,
                        values
                    );
                }

                await connection.ExecuteAsync("DELETE FROM drafts WHERE id = @draft", values);
                await AuditLog.RecordAsync(connection, suggestion with { Number = number.Value }, "made", now);
                return (number, null);
            },
            cancellationToken
        );
        signal.Raise();
        return (kept, refusal);
    }

    /// <summary>Keeps what the watch found, once.</summary>
    /// <param name="suggestion">Null where there is nothing to suggest.</param>
    /// <param name="claim">Whether it is this process that takes the find.</param>
    /// <returns>Whether the next may be taken.</returns>
    public Task<bool> CreateFoundAsync(
        FactSuggestion? suggestion,
        Func<DbConnection, Task<bool>> claim,
        CancellationToken cancellationToken = default
    ) =>
        database.WriteAsync(
            async connection =>
            {
                if (
                    suggestion is not null
                    && await connection.ExecuteScalarAsync<int>(
                        "SELECT COUNT(*) FROM suggestions WHERE author = @Author AND state = 'pending'",
                        new { suggestion.Author }
                    ) >= MaxFound
                )
                    return false;
                if (!await claim(connection) || suggestion is null)
                    return true;
                await connection.ExecuteAsync(
                    """
                    INSERT INTO suggestions (layer, author, subject, property, statement, base_revision, content, reason, made_at, told)
                    SELECT @layer, @Author, @Subject, @Property, @Statement, @Base, @content, @Why, @at, 1
                    WHERE NOT EXISTS (SELECT 1 FROM suggestions WHERE layer = @layer AND statement = @Statement AND author = @Author
                        AND state = 'pending')
                    """,
                    new
                    {
                        layer = suggestion.Layer.Id,
                        suggestion.Author,
                        suggestion.Subject,
                        suggestion.Property,
                        suggestion.Statement,
                        suggestion.Base,
                        content = suggestion.Fields.ToJson(),
                        suggestion.Fields.Why,
                        at = time.Milliseconds(),
                    }
                );
                return true;
            },
            cancellationToken
        );

    /// <summary>A suggestion; null for an unknown number.</summary>
    public Task<FactSuggestion?> FindAsync(long number, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection =>
                FromRow(
                    await connection.QueryFirstOrDefaultAsync<Row>(
                        $"SELECT {Columns} FROM suggestions WHERE number = @number",
                        new { number }
                    )
                ),
            cancellationToken
        );

    /// <summary>The author's own that waits for this property of a subject; null without one.</summary>
    public Task<FactSuggestion?> FindOwnAsync(
        Layer layer,
        string author,
        string subject,
        string property,
        CancellationToken cancellationToken = default
    ) =>
        database.ReadAsync(
            async connection =>
                FromRow(
                    await connection.QueryFirstOrDefaultAsync<Row>(
                        $"SELECT {Columns} FROM suggestions WHERE layer = @layer AND author = @author AND subject = @subject AND "
                            + "property = "
                            + $"@property AND state = 'pending'",
                        new
                        {
                            layer = layer.Id,
                            author,
                            subject,
                            property,
                        }
                    )
                ),
            cancellationToken
        );

    /// <summary>What waits in a server's layer or in the global one, the oldest first, from a number on.</summary>
    public Task<ImmutableArray<FactSuggestion>> WaitingAsync(
        ReviewedLayers layers,
        long from,
        int count,
        CancellationToken cancellationToken = default
    ) => database.ReadAsync<ImmutableArray<FactSuggestion>>(async connection => [.. (
                        await connection.QueryAsync<Row>(
                            $"SELECT {Columns} FROM suggestions WHERE layer IN (@First, @Second) AND state = 'pending' AND number >= @from "
                                + $"ORDER BY number LIMIT @count",
                            new
                            {
                                layers.First,
                                layers.Second,
                                from,
                                count,
                            }
                        )
                    ).Select(FromRow).OfType<FactSuggestion>()], cancellationToken);

    /// <summary>How many wait there.</summary>
    public Task<int> CountWaitingAsync(ReviewedLayers layers, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<int>(
                    "SELECT COUNT(*) FROM suggestions WHERE layer IN (@First, @Second) AND state = 'pending'",
                    layers
                ),
            cancellationToken
        );

    /// <summary>Rejects one, if its reviewer may and it still waits.</summary>
    public async Task<bool> RejectAsync(
        Author reviewer,
        FactSuggestion suggestion,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        var isDone = await database.WriteAsync(
            async connection =>
            {
                var rejected = await DecideAsync(connection, reviewer, suggestion, SuggestionState.Rejected, reason);
                if (rejected)
                    await AuditLog.RecordAsync(
                        connection,
                        suggestion with
                        {
                            Outcome = reason,
                        },
                        SuggestionState.Rejected,
                        time.GetUtcNow()
                    );
                return rejected;
            },
            cancellationToken
        );
        signal.Raise();
        return isDone;
    }

    /// <summary>Marks one as approved, within the transaction that writes it.</summary>
    /// <exception cref="AlreadyDecidedException">It no longer waits, or the reviewer may not.</exception>
    internal async Task ApproveAsync(DbConnection connection, Author reviewer, FactSuggestion suggestion)
    {
        if (!await DecideAsync(connection, reviewer, suggestion, SuggestionState.Approved, null))
            throw new AlreadyDecidedException();
        await AuditLog.RecordAsync(connection, suggestion, SuggestionState.Approved, time.GetUtcNow());
    }

    private async Task<bool> DecideAsync(DbConnection connection, Author reviewer, FactSuggestion suggestion, string state, string? outcome)
    {
        var rights = EditRights.For(reviewer, suggestion.Layer);
        return await connection.ExecuteAsync(
                $"UPDATE suggestions SET state = @state, outcome = @outcome, decided_by = @reviewer, decided_at = @at WHERE number = "
                    + $"@number AND layer = @Layer AND state = 'pending' AND {EditRights.Approve}",
                new
                {
                    state,
                    outcome,
                    reviewer = reviewer.User,
                    at = time.Milliseconds(),
                    number = suggestion.Number,
                    rights.Layer,
                    rights.Server,
                    rights.IsCurator,
                    rights.Manages,
                    rights.Roles,
                }
            ) == 1;
    }

    private static FactSuggestion? FromRow(Row? row) =>
        row is null
            ? null
            : new FactSuggestion
            {
                Number = row.Number,
                Layer = new Layer(row.Layer),
                Author = row.Author,
                Subject = row.Subject,
                Property = row.Property,
                Statement = row.Statement,
                Base = row.BaseRevision ?? 0,
                Fields = FactFields.Parse(row.Content),
                State = row.State,
                Outcome = row.Outcome,
                DecidedBy = row.DecidedBy,
            };

    internal sealed record Row
    {
        public long Number { get; init; }

        public required string Layer { get; init; }

        public string? Author { get; init; }

        public required string Subject { get; init; }

        public required string Property { get; init; }

        public string? Statement { get; init; }

        public long? BaseRevision { get; init; }

        public required string Content { get; init; }

        public required string State { get; init; }

        public string? Outcome { get; init; }

        public string? DecidedBy { get; init; }
    }
}
