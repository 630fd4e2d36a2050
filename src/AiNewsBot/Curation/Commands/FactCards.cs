using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Facts;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>What moderators see of facts and their changes.</summary>
internal static class FactCards
{
    private const int RevisionsOnPage = 6;

    /// <summary>A change that was made: before → after, with a way back.</summary>
    public static Card Changed(FactBase facts, Revision revision)
    {
        var card = Writer()
            .Add($"**{FactText.Title(facts, revision.Row.Subject, revision.Row.Property)}**, for {revision.Layer.Words}")
            .Add($"before: {FactText.Line(revision.Before)}\nafter: {FactText.Line(revision.Content)}{(revision.Row.Kind is "lock" or "unlock" ? $"\n{revision.Row.Kind}ed" : "")}")
            .Add($"-# Revision {revision.Number}. Answers show it from now on.")
            .AddButton(ButtonId.Of(FactButtons.Undo, $"{revision.Number}"), "Undo");
        AddHistory(card, revision.Layer, revision.Row.Subject, revision.Row.Property);
        if (!revision.Layer.IsGlobal && revision.Content.IsStated)
            card.AddButton(ButtonId.Of(FactButtons.Propose, $"{revision.Number}"), "Propose to the curators");
        return card.ToCard();
    }

    /// <summary>Several changes that were made together.</summary>
    public static Card Changed(FactBase facts, ImmutableArray<Revision> revisions) => revisions is [var one] ? Changed(facts, one)
        : Writer()
            .Add($"**{revisions.Length} facts were changed together**")
            .Add([.. revisions.Select(revision => $"- {FactText.Title(facts, revision.Row.Subject, revision.Row.Property)}: {FactText.Line(revision.Before)} → {FactText.Line(revision.Content)}")], More)
            .AddButton(ButtonId.Of(FactButtons.Undo, $"{revisions[0].Number}"), "Undo all")
            .ToCard();

    /// <summary>Somebody else was quicker: what both saw, what they made of it, what was typed here.</summary>
    public static Card Conflict(FactBase facts, Draft draft, Outcome.Conflict conflict) => Writer()
        .Add($"**Somebody else changed {FactText.Title(facts, draft.Target.Subject, draft.Target.Property)} meanwhile.** Nothing of yours is lost.")
        .Add($"you both saw: {FactText.Line(conflict.Base)}\nit is now: {FactText.Line(conflict.Theirs.Content)}\nyou wrote: {FactText.Line(draft.Fields)}")
        .AddButton(ButtonId.Of(FactButtons.Overwrite, draft.Id), "Overwrite")
        .AddButton(ButtonId.Of(FactButtons.Resume, draft.Id), "Edit again")
        .AddButton(ButtonId.Of(FactButtons.Discard, draft.Id), "Cancel")
        .ToCard();

    /// <summary>What was written cannot be taken as it is.</summary>
    public static Card Fault(Draft draft, string fault) => Writer()
        .Add(Markdown.Escape(fault))
        .Add($"-# You wrote: {FactText.Line(draft.Fields)}")
        .AddButton(ButtonId.Of(FactButtons.Resume, draft.Id), "Edit again")
        .AddButton(ButtonId.Of(FactButtons.Discard, draft.Id), "Cancel")
        .ToCard();

    /// <summary>Something that was written before and is not done.</summary>
    public static Card Unfinished(FactBase facts, Draft draft) => Writer()
        .Add($"**You wrote something on {FactText.Title(facts, draft.Target.Subject, draft.Target.Property)} that was not saved**, {Mentions.Moment(draft.At)}:")
        .Add(FactText.Line(draft.Fields))
        .AddButton(ButtonId.Of(FactButtons.Resume, draft.Id), "Continue with it")
        .AddButton(ButtonId.Of(FactButtons.Discard, draft.Id), "Discard it")
        .ToCard();

    /// <summary>A page of what became of a property of a subject.</summary>
    /// <param name="revisions">The newest first; one more than a page when there are more.</param>
    public static Card History(FactBase facts, Layer layer, string subject, string property, ImmutableArray<Revision> revisions)
    {
        var shown = revisions.Take(RevisionsOnPage).ToArray();
        var card = Writer().Add($"**{FactText.Title(facts, subject, property)}: history**, as {layer.Words} {(layer.IsGlobal ? "see" : "sees")} it");
        if (shown.Length == 0)
            return card.Add("Nothing was said of it so far.").ToCard();
        card.Add([.. shown.Select(FactText.Line)], More).Add("-# Take one back with `/fact undo` and its number.");
        if (revisions.Length > shown.Length)
            card.AddButton(ButtonId.Of(FactButtons.History, $"{Flag(layer)}|{subject}|{property}|{shown[^1].Number}"), "Earlier");
        return card.ToCard();
    }

    /// <summary>How many revisions to read for a page.</summary>
    public static int RevisionsToRead => RevisionsOnPage + 1;

    /// <summary>A suggestion, to decide on.</summary>
    public static Card Review(FactBase facts, FactSuggestion suggestion, Standing? stands, int waiting, string? note = null) => Writer(note)
        .Add($"**Suggestion {suggestion.Number}: {FactText.Title(facts, suggestion.Subject, suggestion.Property)}**, for {suggestion.Layer.Words}, by {Author(suggestion)}")
        .Add($"now: {FactText.Line(stands?.Content)}\nsuggested: {FactText.Line(suggestion.Fields)}\nwhy: {Markdown.Escape(suggestion.Fields.Why ?? "")}")
        .Add($"-# {waiting} {(waiting == 1 ? "waits" : "wait")} in all")
        .AddButton(ButtonId.Of(FactButtons.Approve, $"{suggestion.Number}|{stands?.Revision ?? 0}"), "Approve")
        .AddButton(ButtonId.Of(FactButtons.EditAndApprove, $"{suggestion.Number}"), "Edit and approve")
        .AddButton(ButtonId.Of(FactButtons.Reject, $"{suggestion.Number}"), "Reject")
        .AddButton(ButtonId.Of(FactButtons.Review, $"{suggestion.Number + 1}"), "Next")
        .ToCard();

    public static Reply Private(Card card) => new Reply.Show(card, IsPrivate: true);

    public static string Flag(Layer layer) => layer.IsGlobal ? "g" : "s";

    private static void AddHistory(CardWriter card, Layer layer, string subject, string property)
    {
        var id = ButtonId.Of(FactButtons.History, $"{Flag(layer)}|{subject}|{property}|{long.MaxValue}");
        if (id.Length <= ButtonId.Longest)
            card.AddButton(id, "History");
    }

    private static string Author(FactSuggestion suggestion) => suggestion.Author switch
    {
        null => "somebody who was forgotten",
        FactSuggestion.Watch => "the watch on releases",
        var author => Mentions.User(author),
    };

    private static CardWriter Writer(string? note = null)
    {
        var card = new CardWriter(VerdictStyle.Accent(null));
        return note is null ? card : card.Add($"**{Markdown.Escape(note)}**");
    }

    private static string More(int count) => $"-# and {count} more";
}
