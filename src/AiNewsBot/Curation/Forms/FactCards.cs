using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Forms;

/// <summary>What moderators see of facts and their changes.</summary>
internal static class FactCards
{
    private const int RevisionsOnPage = 6;
    private const int MaxChoices = 15;
    private const int MaxOptionLength = 100;

    /// <summary>A change that was made: before → after, with a way back.</summary>
    public static Card Changed(FactBase facts, Revision revision)
    {
        var card = Writer()
            .Add(
                ChatTexts.Current[
                    revision.Layer.IsGlobal ? "fact.changed_all" : "fact.changed",
                    ("title", FactText.Title(facts, revision.Row.Subject, revision.Row.Property))
                ]
            )
            .Add(
                ChatTexts.Current[
                    "fact.before_after",
                    ("before", FactText.Line(revision.Before)),
                    ("after", FactText.Line(revision.Content) + LockNote(revision.Kind))
                ]
            )
            .Add(ChatTexts.Current["fact.revision", ("number", $"{revision.Number}")])
            .AddButton(ButtonId.Format(FactButtonIds.Undo, $"{revision.Number}"), ChatTexts.Current["fact.undo"]);
        AddHistory(card, revision.Layer, revision.Row.Subject, revision.Row.Property);
        if (!revision.Layer.IsGlobal && revision.Content.IsStated && !ServerSubjects.IsAdded(revision.Row.Subject))
            card.AddButton(ButtonId.Format(FactButtonIds.Propose, $"{revision.Number}"), ChatTexts.Current["fact.propose"]);
        return card.ToCard();
    }

    /// <summary>Several changes that were made together.</summary>
    public static Card Changed(FactBase facts, ImmutableArray<Revision> revisions) =>
        revisions is [var one]
            ? Changed(facts, one)
            : Writer()
                .Add(ChatTexts.Current["fact.changed_together", ("count", $"{revisions.Length}")])
                .Add(
                    [
                        .. revisions.Select(revision =>
                            $"- {FactText.Title(facts, revision.Row.Subject, revision.Row.Property)}: "
                            + $"{FactText.Line(revision.Before)} → {FactText.Line(revision.Content)}"
                        ),
                    ],
                    More
                )
                .AddButton(ButtonId.Format(FactButtonIds.Undo, $"{revisions[0].Number}"), ChatTexts.Current["fact.undo_all"])
                .ToCard();

    /// <summary>An edit conflict: the common base, the other edit, and the text typed here.</summary>
    public static Card Conflict(FactBase facts, FormDraft draft, EditResult.Conflict conflict) =>
        Writer()
            .Add(ChatTexts.Current["fact.conflict", ("title", FactText.Title(facts, draft.Target.Subject, draft.Target.Property))])
            .Add(
                ChatTexts.Current[
                    "fact.conflict_lines",
                    ("base", FactText.Line(conflict.Base)),
                    ("now", FactText.Line(conflict.Theirs.Content)),
                    ("text", FactText.Line(draft.Fields))
                ]
            )
            .AddButton(ButtonId.Format(FactButtonIds.Overwrite, draft.Id), ChatTexts.Current["fact.overwrite"])
            .AddButton(ButtonId.Format(FactButtonIds.Resume, draft.Id), ChatTexts.Current["fact.edit_again"])
            .AddButton(ButtonId.Format(FactButtonIds.Discard, draft.Id), ChatTexts.Current["fact.cancel"])
            .ToCard();

    /// <summary>What was written cannot be taken as it is.</summary>
    public static Card Fault(FormDraft draft, Refusal fault) =>
        Writer()
            .Add(Markdown.Escape(RefusalText.Create(fault)))
            .Add($"-# {ChatTexts.Current["fact.wrote", ("text", FactText.Line(draft.Fields))]}")
            .AddButton(ButtonId.Format(FactButtonIds.Resume, draft.Id), ChatTexts.Current["fact.edit_again"])
            .AddButton(ButtonId.Format(FactButtonIds.Discard, draft.Id), ChatTexts.Current["fact.cancel"])
            .ToCard();

    /// <summary>Something that was written before and is not done.</summary>
    public static Card Unfinished(FactBase facts, FormDraft draft) =>
        Writer()
            .Add(
                ChatTexts.Current[
                    "fact.unfinished",
                    ("title", FactText.Title(facts, draft.Target.Subject, draft.Target.Property)),
                    ("time", Mentions.Timestamp(draft.At))
                ]
            )
            .Add(FactText.Line(draft.Fields))
            .AddButton(ButtonId.Format(FactButtonIds.Resume, draft.Id), ChatTexts.Current["fact.resume"])
            .AddButton(ButtonId.Format(FactButtonIds.Discard, draft.Id), ChatTexts.Current["fact.discard"])
            .ToCard();

    /// <summary>A page of what became of a property of a subject.</summary>
    /// <param name="revisions">The newest first; one more than a page when there are more.</param>
    public static Card History(FactBase facts, Layer layer, string subject, string property, ImmutableArray<Revision> revisions)
    {
        var shown = revisions.Take(RevisionsOnPage).ToArray();
        var card = Writer()
            .Add(
                ChatTexts.Current[
                    layer.IsGlobal ? "fact.history_title_all" : "fact.history_title",
                    ("title", FactText.Title(facts, subject, property))
                ]
            );
        if (shown.Length == 0)
            return card.Add(ChatTexts.Current["fact.history_none"]).ToCard();
        card.Add([.. shown.Select(FactText.Line)], More).Add(ChatTexts.Current["fact.history_undo"]);
        if (revisions.Length > shown.Length)
            card.AddButton(
                new FactHistoryButton(layer.IsGlobal, subject, property, shown[^1].Number).Id,
                ChatTexts.Current["fact.earlier"]
            );
        return card.ToCard();
    }

    /// <summary>How many revisions to read for a page.</summary>
    public static int RevisionsToRead => RevisionsOnPage + 1;

    /// <summary>A suggestion, to decide on.</summary>
    public static Card Review(FactBase facts, FactSuggestion suggestion, CurrentStatement? current, int waiting, string? note = null) =>
        Writer(note)
            .Add(
                ChatTexts.Current[
                    "fact.suggestion",
                    ("number", $"{suggestion.Number}"),
                    ("title", FactText.Title(facts, suggestion)),
                    ("layer", FactText.Name(suggestion.Layer)),
                    ("author", Author(suggestion))
                ]
            )
            .Add(
                ChatTexts.Current[
                    "fact.suggestion_lines",
                    ("now", FactText.Line(current?.Content)),
                    ("suggested", FactText.Line(suggestion.Fields)),
                    ("why", Markdown.Escape(suggestion.Fields.Why ?? ""))
                ]
            )
            .Add(IsConflict(suggestion, current) ? [ChatTexts.Current["fact.suggestion_stale"]] : Array.Empty<string>(), More)
            .Add($"-# {ChatTexts.Current.Count("fact.waiting", waiting)}")
            .AddButton(
                new SuggestionButton(suggestion.Number, current?.Revision ?? 0).Format(FactButtonIds.Approve),
                ChatTexts.Current["fact.approve"]
            )
            .AddButton(new SuggestionButton(suggestion.Number).Format(FactButtonIds.EditAndApprove), ChatTexts.Current["fact.edit_approve"])
            .AddButton(new SuggestionButton(suggestion.Number).Format(FactButtonIds.Reject), ChatTexts.Current["fact.reject"])
            .AddButton(new SuggestionButton(suggestion.Number + 1).Format(FactButtonIds.Review), ChatTexts.Current["fact.next"])
            .ToCard();

    private static bool IsConflict(FactSuggestion suggestion, CurrentStatement? current) =>
        suggestion.Statement is not null && current?.Revision != suggestion.Base;

    /// <summary>Several statements, one of which is meant.</summary>
    /// <param name="action">What the button of one does; its flag and id follow.</param>
    /// <param name="verb">What is done to the one that is picked: edit, retract, lock or unlock.</param>
    /// <param name="draft">The draft that keeps what was typed beside; null for none.</param>
    public static Card Choose(
        Layer layer,
        string text,
        ImmutableArray<CurrentStatement> several,
        string action,
        string verb,
        string? draft = null
    )
    {
        var card = Writer()
            .Add(Markdown.Escape(text))
            .Add([.. several.Take(MaxChoices).Select((one, index) => $"{index + 1}. {FactText.Line(one.Content)}")], More)
            .AddMenu(
                new CardMenu(
                    CardMenu.Choose,
                    ChatTexts.Current[$"fact.choose_{verb}"],
                    [
                        .. several
                            .Take(CardMenu.MaxOptions)
                            .Select(
                                (one, index) =>
                                    new CardOption(
                                        Option(index + 1, one.Content),
                                        new StatementButton(layer.IsGlobal, one.Id, draft ?? "").Format(action)
                                    )
                            ),
                    ]
                )
            );
        return several.Length > CardMenu.MaxOptions
            ? card.Add($"-# {ChatTexts.Current["fact.more_in_list", ("count", $"{several.Length - CardMenu.MaxOptions}")]}").ToCard()
            : card.ToCard();
    }

    private static string Option(int number, StatementContent content)
    {
        var text = $"{number}. {content.Value.ReplaceLineEndings(" ")}{(content.ValidFrom is { } since ? $" since {since}" : "")}";
        return Ellipsis.Shorten(text, MaxOptionLength);
    }

    public static Reply Private(Card card) => new Reply.Show(card, IsPrivate: true);

    /// <summary>Says in an id that it is about the facts that all servers share.</summary>
    public const string GlobalFlag = "g";

    public static string Flag(bool isGlobal) => isGlobal ? GlobalFlag : "s";

    /// <summary>Whether a button whose first field is the flag means the facts of all servers.</summary>
    public static bool IsGlobal(string argument) => ButtonFields.Parse(argument)[0] == GlobalFlag;

    private static void AddHistory(CardWriter card, Layer layer, string subject, string property)
    {
        var id = new FactHistoryButton(layer.IsGlobal, subject, property, long.MaxValue).Id;
        if (id.Length <= ButtonId.MaxLength)
            card.AddButton(id, ChatTexts.Current["fact.history"]);
    }

    private static string Author(FactSuggestion suggestion) =>
        suggestion.Author switch
        {
            null => ChatTexts.Current["fact.by_deleted"],
            FactSuggestion.Watch => ChatTexts.Current["fact.by_watcher"],
            var author => Mentions.User(author),
        };

    private static CardWriter Writer(string? note = null)
    {
        var card = new CardWriter(VerdictStyle.Accent(null));
        return note is null ? card : card.Add($"**{Markdown.Escape(note)}**");
    }

    private static string More(int count) => AnswerText.More(count);

    private static string LockNote(ChangeKind? kind) =>
        kind switch
        {
            ChangeKind.Lock => $"\n{ChatTexts.Current["fact.locked"]}",
            ChangeKind.Unlock => $"\n{ChatTexts.Current["fact.unlocked"]}",
            _ => "",
        };
}
