using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>Statements, changes and drafts in words, as Markdown.</summary>
internal static class FactText
{
    private const int MaxShownLength = 300;

    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>Whose facts, as people read it.</summary>
    public static string Name(Layer layer) => Texts[layer.IsGlobal ? "fact.all_servers" : "fact.this_server"];

    /// <summary>What a fact is about: "Grok-1, licence".</summary>
    public static string Title(FactBase facts, string subject, string property) =>
        $"{Markdown.Escape(facts.Find(subject)?.Name ?? ServerSubjects.SlugOf(subject))}, "
        + Markdown.Escape(FactProperties.Label(property));

    public static string Title(FactBase facts, FactSuggestion suggestion) =>
        suggestion.Fields.Model is { Name: { } name }
            ? Texts["fact.new_model", ("name", Markdown.Escape(name))]
            : Title(facts, suggestion.Subject, suggestion.Property);

    /// <summary>What a statement says; nothing when it does not hold.</summary>
    public static string Line(StatementContent? content) =>
        content switch
        {
            null => Texts["fact.nothing"],
            { State: StatementContent.Retracted } => Texts["fact.nothing_retracted"],
            { State: StatementContent.Inherits } => Texts["fact.as_all_servers"],
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
            text = Texts["fact.promised_by", ("text", text), ("name", Markdown.Escape(by))];
        if (fields.Since is { } since)
            text = Texts["fact.since", ("text", text), ("day", Markdown.Escape(since))];
        if (fields.Until is { } until)
            text = Texts["fact.until", ("text", text), ("day", Markdown.Escape(until))];
        if (fields.Due is { } due)
            text = Texts["fact.due", ("text", text), ("day", Markdown.Escape(due))];
        if (fields.Source is { } source)
            text += $" ({Markdown.Link(Texts["fact.source"], source)})";
        return text.Length == 0 ? Texts["fact.nothing"] : text.TrimStart(' ', ',');
    }

    /// <summary>What a revision did, in a line.</summary>
    private static string Line(ModelFields model) =>
        Texts[
            model.Licence is null ? "fact.of_model_unlicensed" : "fact.of_model",
            ("maker", Markdown.Escape(model.Maker ?? "?")),
            ("weights", Markdown.Escape(model.Weights ?? "?")),
            ("licence", Markdown.Escape(model.Licence ?? ""))
        ];

    public static string Line(Revision revision)
    {
        var who =
            revision.IsSeed ? Texts["fact.by_bot"]
            : revision.Row.Editor is { } editor ? Mentions.User(editor)
            : Texts["fact.by_operator"];
        var what = revision.Kind switch
        {
            ChangeKind.Lock => Texts["fact.locked_it"],
            ChangeKind.Unlock => Texts["fact.unlocked_it"],
            ChangeKind.Verify => Texts["fact.read_again", ("text", Line(revision.Content))],
            _ => $"{Line(revision.Before)} → {Line(revision.Content)}",
        };
        var why = revision.Row.Reason is { Length: > 0 } reason ? $"\n-# {Markdown.Escape(reason)}" : "";
        return $"**{revision.Number}** · {Mentions.Timestamp(revision.At)} · {who} · "
            + (revision.Row.Undoes is { } undone ? Texts["fact.took_back", ("number", $"{undone}"), ("text", what)] : what)
            + why;
    }
}
