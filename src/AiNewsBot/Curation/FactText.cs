using AiNewsBot.Cards;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation;

/// <summary>Statements, changes and drafts in words, as Markdown.</summary>
public static class FactText
{
    private const int LongestShown = 300;

    /// <summary>What a fact is about: "Grok-1, licence".</summary>
    public static string Title(FactBase facts, string subject, string property) =>
        $"{Markdown.Escape(facts.Find(subject)?.Name ?? subject)}, {Markdown.Escape(FactProperties.Label(property))}";

    /// <summary>What a statement says; nothing when it does not hold.</summary>
    public static string Line(Content? content) => content switch
    {
        null => "nothing",
        { State: Content.Retracted } => "nothing (retracted)",
        { State: Content.Inherits } => "as for all servers",
        _ => Line(FactFields.Of(content)) + (content.IsLocked ? " 🔒" : ""),
    };

    /// <summary>What somebody wrote.</summary>
    public static string Line(FactFields fields)
    {
        var value = fields.Value ?? "";
        var text = value.Length == 0 ? "" : $"**{Markdown.Escape(value.Length <= LongestShown ? value : value[..LongestShown] + "…")}**";
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
    public static string Line(Revision revision)
    {
        var who = revision.IsSeed ? "the bot's own facts" : revision.Row.Editor is { } editor ? Mentions.User(editor) : "the operator, or somebody who was forgotten";
        var what = revision.Row.Kind switch
        {
            "lock" => "locked it",
            "unlock" => "unlocked it",
            "verify" => $"read the source again: {Line(revision.Content)}",
            _ => $"{Line(revision.Before)} → {Line(revision.Content)}",
        };
        var why = revision.Row.Reason is { Length: > 0 } reason ? $"\n-# {Markdown.Escape(reason)}" : "";
        return $"**{revision.Number}** · {Mentions.Moment(revision.At)} · {who} · {(revision.Row.Undoes is { } undone ? $"took back {undone}: " : "")}{what}{why}";
    }
}
