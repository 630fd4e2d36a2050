using System.Data.Common;
using System.Text.Json;
using AiNewsBot.Answering.Feedback;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Servers.Privacy;

/// <summary>What is kept of a person: their id beside what they edited, suggested, followed and decided, and what they wrote and did not
/// finish.</summary>
internal sealed class PersonalData(IDatabase database)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true };

    /// <summary>All of it, as a JSON file.</summary>
    public Task<byte[]> ExportAsync(string user, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection =>
            {
                using var stream = new MemoryStream();
                using (var json = new Utf8JsonWriter(stream, Readable))
                {
                    json.WriteStartObject();
                    json.WriteString("user", user);
                    await WriteAsync(
                        json,
                        "edits",
                        connection,
                        "SELECT number, layer, subject, property, kind, reason, made_at FROM revisions WHERE editor = @user ORDER BY "
                            + "number",
                        user
                    );
                    await WriteAsync(
                        json,
                        "suggestions",
                        connection,
                        "SELECT number, layer, subject, property, content, state, outcome, made_at FROM suggestions WHERE author = @user "
                            + "ORDER BY number",
                        user
                    );
                    await WriteAsync(
                        json,
                        "decisions",
                        connection,
                        "SELECT number, layer, state, decided_at FROM suggestions WHERE decided_by = @user ORDER BY number",
                        user
                    );
                    await WriteAsync(
                        json,
                        "drafts",
                        connection,
                        "SELECT layer, form, fields, made_at FROM drafts WHERE editor = @user ORDER BY made_at",
                        user
                    );
                    await WriteAsync(
                        json,
                        "imports",
                        connection,
                        "SELECT layer, text, made_at FROM imports WHERE editor = @user ORDER BY made_at",
                        user
                    );
                    await WriteAsync(
                        json,
                        "subscriptions",
                        connection,
                        "SELECT id, server_id, channel_id, about, created_at FROM subscriptions WHERE created_by = @user ORDER BY id",
                        user
                    );
                    await WriteAsync(
                        json,
                        "personalNews",
                        connection,
                        "SELECT id, about, cadence, at_time, timezone, channel_id, created_at, ended_at FROM subscriptions "
                            + "WHERE user_id = @user ORDER BY id",
                        user
                    );
                    await WriteAsync(
                        json,
                        "personalPosts",
                        connection,
                        "SELECT items.title, outbox.state, outbox.created_at, outbox.sent_at FROM outbox "
                            + "JOIN subscriptions ON subscriptions.id = outbox.subscription_id LEFT JOIN items ON items.id = "
                            + "outbox.item_id "
                            + "WHERE subscriptions.user_id = @user ORDER BY outbox.id",
                        user
                    );
                    await WriteAsync(
                        json,
                        "feeds",
                        connection,
                        "SELECT url, server_id, server_feeds.about, added_at FROM server_feeds JOIN feeds ON feeds.id = feed_id "
                            + "WHERE added_by = @user ORDER BY added_at",
                        user
                    );
                    await WriteAsync(
                        json,
                        "heldNews",
                        connection,
                        "SELECT batch_id, server_id, decision, decided_at FROM held_decisions WHERE decided_by = @user ORDER BY batch_id",
                        user
                    );
                    WriteVotes(json, await FeedbackStore.FindAllAsync(connection, user));
                    json.WriteEndObject();
                }

                return stream.ToArray();
            },
            cancellationToken
        );

    /// <summary>Deletes their id, with what they follow in direct messages. Their edits stay without an author.</summary>
    /// <returns>In how many places it stood.</returns>
    public Task<int> ForgetAsync(string user, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
                await FeedbackStore.ForgetAsync(connection, user)
                + await connection.ExecuteAsync(
                    """
                    UPDATE revisions SET editor = NULL WHERE editor = @user;
                    UPDATE suggestions SET state = 'withdrawn' WHERE author = @user AND state = 'pending';
                    UPDATE suggestions SET author = NULL WHERE author = @user;
                    UPDATE suggestions SET decided_by = NULL WHERE decided_by = @user;
                    DELETE FROM drafts WHERE editor = @user;
                    DELETE FROM imports WHERE editor = @user;
                    DELETE FROM channels WHERE id IN (SELECT channel_id FROM subscriptions WHERE user_id = @user);
                    DELETE FROM subscriptions WHERE user_id = @user;
                    UPDATE subscriptions SET created_by = NULL WHERE created_by = @user;
                    UPDATE server_feeds SET added_by = '' WHERE added_by = @user;
                    UPDATE held_decisions SET decided_by = '' WHERE decided_by = @user;
                    """,
                    new { user }
                ),
            cancellationToken
        );

    private static void WriteVotes(Utf8JsonWriter json, IReadOnlyList<FeedbackStore.VoteRow> votes)
    {
        json.WriteStartArray("votes");
        foreach (var vote in votes)
        {
            json.WriteStartObject();
            json.WriteNumber("answer", vote.Feedback);
            json.WriteString("vote", vote.Vote);
            json.WriteString("made_at", vote.MadeAt.ToDateTimeOffset());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Every column under its name: all that is kept is shown.
    private static async Task WriteAsync(Utf8JsonWriter json, string name, DbConnection connection, string sql, string user)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@user";
        parameter.Value = user;
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        json.WriteStartArray(name);
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is not long number)
                    json.WriteString(reader.GetName(i), reader.GetValue(i) as string);
                else if (reader.GetName(i).EndsWith("_at", StringComparison.Ordinal))
                    json.WriteString(reader.GetName(i), number.ToDateTimeOffset());
                else
                    json.WriteNumber(reader.GetName(i), number);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
