using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>Statements, changes and drafts in words, as Markdown.</summary>
internal static class FactText
{
    private const int MaxShownLength = 300;

    /// <summary>What a fact is about: "Grok-1, licence".</summary>
    public static string Title(FactBase facts, string subject, string property) =>
        $"{Markdown.Escape(facts.Find(subject)?.Name ?? ServerSubjects.SlugOf(subject))}, "
        + Markdown.Escape(FactProperties.Label(property));

    public static string Title(FactBase facts, FactSuggestion suggestion) =>
        suggestion.Fields.Model is { Name: { } name }
            ? $"{Markdown.Escape(name)}, a new model"
            : Title(facts, suggestion.Subject, suggestion.Property);

    /// <summary>What a statement says; nothing when it does not hold.</summary>
    public static string Line(StatementContent? content) =>
        content switch
        {
            null => "nothing",
            { State: StatementContent.Retracted } => "nothing (retracted)",
            { State: StatementContent.Inherits } => "as for all servers",
            _ => Line(FactFields.From(content)) + (content.IsLocked ? " 🔒" : ""),
        };

    /// <summary>The values of a form.</summary>
    public static string Line(FactFields fields)
    {
        var value = fields.Value ?? "";
        var text =
            value.Length == 0 ? "" : $"**{Markdown.Escape(value.Length <= MaxShownLength ? value : value[..MaxShownLength] + "…")}**";
        if (fields.Model is { } model)
            text += Line(model);
        if (fields.Text is { } condition)
            text += $": {Markdown.Escape(condition)}";
        if (fields.By is { } by)
            text += $" promised by {Markdown.Escape(by)}";
        if (fields.Since is { } since)
            text += $" since {Markdown.Escape(since)}";
        if (fields.Until is { } until)
            text += $" until {Markdown.Escape(until)}";
        if (fields.Due is { } due)
            text += $", due {Markdown.Escape(due)}";
        if (fields.Source is { } source)
            text += $" ({Markdown.Link("source", source)})";
        return text.Length == 0 ? "nothing" : text.TrimStart(' ', ',');
    }

    /// <summary>What a revision did, in a line.</summary>
    private static string Line(ModelFields model) =>
        $" by {Markdown.Escape(model.Maker ?? "?")}, weights {Markdown.Escape(model.Weights ?? "?")}, "
        + (model.Licence is { } licence ? $"licence {Markdown.Escape(licence)}" : "licence not known");

    public static string Line(Revision revision)
    {
        var who =
            revision.IsSeed ? "the bot's own facts"
            : revision.Row.Editor is { } editor ? Mentions.User(editor)
            : "the operator, or a user whose data was deleted";
        var what = revision.Kind switch
        {
            ChangeKind.Lock => "locked it",
            ChangeKind.Unlock => "unlocked it",
            ChangeKind.Verify => $"read the source again: {Line(revision.Content)}",
            _ => $"{Line(revision.Before)} → {Line(revision.Content)}",
        };
        var why = revision.Row.Reason is { Length: > 0 } reason ? $"\n-# {Markdown.Escape(reason)}" : "";
        return $"**{revision.Number}** · {Mentions.Timestamp(revision.At)} · {who} · "
            + $"{(revision.Row.Undoes is { } undone ? $"took back {undone}: " : "")}{what}{why}";
    }
}
