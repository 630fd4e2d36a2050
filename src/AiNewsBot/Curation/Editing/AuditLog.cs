using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Outbox;
using Dapper;

namespace AiNewsBot.Curation.Editing;

/// <summary>
/// Tells a server's audit channel what changes there: who, what, why. A line is an outbox row, written with the change that it tells of, so
/// that there is no change without its line and no line twice.
/// </summary>
internal static class AuditLog
{
    private const int MaxShownLength = 80;

    /// <summary>Tells of changes that were made together.</summary>
    public static async Task RecordAsync(DbConnection connection, ImmutableArray<Revision> revisions, DateTimeOffset now)
    {
        if (revisions is not [var first, ..] || first.Layer.IsGlobal)
            return;
        var what =
            revisions.Length == 1
                ? $"{await NamedAsync(connection, first.Row.Subject, first.Row.Property)}: {FactText.Line(first)}"
                : $"{revisions.Length} facts were changed together by "
                    + $"{(first.Row.Editor is { } editor ? Mentions.User(editor) : "the operator")}, revisions {first.Number} to "
                    + $"{revisions[^1].Number}. `/fact undo` with one of the numbers takes all back.";
        await WriteAsync(connection, first.Row.Layer, what, now);
    }

    /// <summary>Tells of a suggestion that was made or decided on.</summary>
    public static async Task RecordAsync(DbConnection connection, FactSuggestion suggestion, string what, DateTimeOffset now) =>
        await WriteAsync(
            connection,
            suggestion.Layer.Id,
            $"Suggestion {suggestion.Number} on {await NamedAsync(connection, suggestion.Subject, suggestion.Property)} was {what}: "
                + $"{Short(suggestion)}",
            now
        );

    /// <summary>Writes a line for the audit channel of a server, if it has one.</summary>
    public static Task WriteAsync(DbConnection connection, string server, string text, DateTimeOffset now) =>
        OutboxWriter.AddNoticeAsync(connection, server, text, now.ToUnixTimeMilliseconds());

    private static async Task<string> NamedAsync(DbConnection connection, string subject, string property)
    {
        var name =
            await connection.QueryFirstOrDefaultAsync<string>("SELECT name FROM subjects WHERE id = @subject", new { subject })
            ?? ServerSubjects.SlugOf(subject);
        return $"**{Markdown.Escape(name)}, {Markdown.Escape(FactProperties.Label(property))}**";
    }

    private static string Short(FactSuggestion suggestion)
    {
        var value = suggestion.Fields.Value ?? "";
        var shown = Markdown.Escape(value.Length <= MaxShownLength ? value : value[..MaxShownLength] + "…");
        return suggestion.Outcome is { } outcome ? $"{shown}\n-# {Markdown.Escape(outcome)}" : shown;
    }
}
