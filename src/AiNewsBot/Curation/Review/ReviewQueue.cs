using AiNewsBot.Answering;
using AiNewsBot.Answering.Feedback;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Suggestions;

namespace AiNewsBot.Curation.Review;

/// <summary>What waits for a decision in a place: suggestions, statements whose ground
/// changed, and, for curators, what a new dataset contests.</summary>
internal sealed class ReviewQueue(
    SuggestionStore suggestions,
    DatasetConflicts datasetConflicts,
    FactReader reader,
    SnapshotHolder snapshots,
    FeedbackStore feedback
)
{
    /// <summary>The card of the next suggestion from a number on; after the last, of what else waits.</summary>
    public async Task<Card> NextAsync(EditContext place, long from, string? note = null, CancellationToken cancellationToken = default)
    {
        var layers = LayersOf(place);

        // After the last comes the first again: what was passed over still waits.
        var waiting = await suggestions.WaitingAsync(layers, from, 1, cancellationToken);
        if (waiting.IsEmpty && from > 0)
            waiting = await suggestions.WaitingAsync(layers, 0, 1, cancellationToken);
        if (waiting is [var next])
            return FactCards.Review(
                Facts(place, next).Facts,
                next,
                await FindCurrentAsync(next, cancellationToken),
                await suggestions.CountWaitingAsync(layers, cancellationToken),
                note
            );
        if (await datasetConflicts.NextAsync(place, cancellationToken) is { } contest)
            return contest;
        var (server, other) = ServersOf(place);
        return await feedback.FindWorstAsync(server, other, cancellationToken) is { } wrong
            ? Wrong(wrong, note)
            : new CardWriter(VerdictStyle.Accent(null))
                .Add(
                    note is null
                        ? ChatTexts.Current["fact.review_none"]
                        : ChatTexts.Current["fact.review_none_else", ("note", Markdown.Escape(note))]
                )
                .ToCard();
    }

    /// <summary>The current state of the fact that a suggestion would change.</summary>
    public async Task<CurrentStatement?> FindCurrentAsync(FactSuggestion suggestion, CancellationToken cancellationToken = default) =>
        suggestion.Statement is { } id ? await reader.FindAsync(suggestion.Layer, id, cancellationToken) : null;

    private Snapshot Facts(EditContext place, FactSuggestion suggestion) => suggestion.Layer.IsGlobal ? snapshots.Current : place.Facts;

    /// <summary>Whose answers someone reviews: a server's, and those outside of servers for curators.</summary>
    public static (string Server, string Other) ServersOf(EditContext place) =>
        place.Layer.IsGlobal ? ("", "") : (place.Layer.Id, place.Author.IsCurator ? "" : place.Layer.Id);

    private static Card Wrong(CountedAnswer answer, string? note)
    {
        var card = new CardWriter(VerdictStyle.Accent(null));
        if (note is not null)
            card.Add($"**{Markdown.Escape(note)}**");
        return card.Add(
                ChatTexts.Current[
                    "fact.called_wrong",
                    ("wrong", ChatTexts.Current.Count("count.people", answer.Wrong)),
                    ("useful", $"{answer.Useful}"),
                    ("question", Markdown.Escape(answer.Question))
                ] + $"\n> {Markdown.Escape(answer.Answer.ReplaceLineEndings(" "))}"
            )
            .Add($"-# {ChatTexts.Current["fact.called_wrong_note"]}")
            .AddButton(ButtonFields.Format(FeedbackReviewButtons.Mend), ChatTexts.Current["fact.a_fact"])
            .AddButton(ButtonFields.Format(FeedbackReviewButtons.Seen, answer.Number), ChatTexts.Current["fact.looked_at"])
            .ToCard();
    }

    private static ReviewedLayers LayersOf(EditContext place) =>
        new(place.Layer.Id, place.Author.IsCurator ? Layer.Global.Id : place.Layer.Id);
}
