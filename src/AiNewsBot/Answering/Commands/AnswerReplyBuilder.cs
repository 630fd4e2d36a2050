using System.Collections.Immutable;
using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>Answers as replies, with their pictures. Refusals are shown to the user who asked only.</summary>
internal sealed class AnswerReplyBuilder(PictureRenderer pictureRenderer, TimeProvider time)
{
    /// <summary>An answer as a new message; where one person sees it, it can be shared.</summary>
    /// <param name="isLookup">Whether a model is looked up, rather than asked about in words.</param>
    public ValueTask<Reply> CreateAsync(
        Snapshot snapshot,
        Answer answer,
        bool isPrivate,
        bool isLookup = false,
        CardOptions? options = null
    )
    {
        options = (options ?? CardOptions.Default) with { Details = isLookup ? Details(snapshot, answer) : null };
        var card = AnswerCards.Create(answer, options);
        if (isPrivate && answer.Status == AnswerStatus.Answered)
            card = AnswerCardButtons.WithShare(card, GetShared(answer, options));
        return CreateAsync(snapshot, answer, card, isPrivate, isLookup);
    }

    /// <summary>An answer whose card is there already.</summary>
    public ValueTask<Reply> CreateAsync(Snapshot snapshot, Answer answer, Card card, bool isPrivate, bool isLookup = false)
    {
        var isHidden = isPrivate || answer.Status != AnswerStatus.Answered;
        if (isPrivate)
            card = AnswerCardButtons.WithOwnPages(card);
        return AnswerPictures.Create(answer, snapshot.Facts, time.Today(), isLookup) is { } picture
            ? WithPictureAsync(card, picture, drawn => new Reply.Show(drawn, isHidden))
            : ValueTask.FromResult<Reply>(new Reply.Show(card, isHidden));
    }

    /// <summary>An answer in the place of the message whose button was pressed.</summary>
    /// <param name="isPrivate">Whether one person sees that message.</param>
    public ValueTask<Reply> CreateUpdateAsync(Snapshot snapshot, Answer answer, bool isPrivate)
    {
        var card = AnswerCards.Create(answer);
        if (isPrivate)
            card = AnswerCardButtons.WithShare(AnswerCardButtons.WithOwnPages(card), AnswerReference.From(answer));
        return AnswerPictures.Create(answer, snapshot.Facts, time.Today(), isLookup: false) is { } picture
            ? WithPictureAsync(card, picture, drawn => new Reply.Update(drawn))
            : ValueTask.FromResult<Reply>(new Reply.Update(card));
    }

    // What is shared is what was seen: a question that no button can carry is not shared as something like it.
    private static AnswerReference? GetShared(Answer answer, CardOptions options) =>
        options.Reference
        ?? (options.Asked is { Length: > 0 } asked ? new AnswerReference.ForQuestion(asked) : AnswerReference.From(answer));

    private ImmutableArray<string>? Details(Snapshot snapshot, Answer answer) =>
        answer is { Status: AnswerStatus.Answered, Intent: Intent.Openness, Subjects: [var subject] }
            ? ModelDetails.Create(snapshot.Facts, subject, answer.AsOf ?? time.Today())
            : null;

    private async ValueTask<Reply> WithPictureAsync(Card card, Picture picture, Func<Card, Reply> reply) =>
        reply(card with { Picture = await pictureRenderer.RenderAsync(picture) });
}
