using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Pictures;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>Answers as replies, with their pictures. What is no answer helps nobody but the one who asked.</summary>
public sealed class AnswerReplies(Illustrator illustrator, TimeProvider time)
{
    /// <summary>An answer as a new message.</summary>
    public ValueTask<Reply> ShowAsync(Snapshot snapshot, Answer answer, bool isPrivate, bool isLookup = false) =>
        ShowAsync(snapshot, answer, AnswerCards.Of(answer), isPrivate, isLookup);

    /// <summary>An answer whose card is there already.</summary>
    /// <param name="isLookup">Whether somebody looks a model up, rather than asks a question that words answer.</param>
    public ValueTask<Reply> ShowAsync(Snapshot snapshot, Answer answer, Card card, bool isPrivate, bool isLookup = false)
    {
        var isHidden = isPrivate || answer.Status != AnswerStatus.Answered;
        return AnswerPictures.Of(answer, snapshot.Facts, time.Today(), isLookup) is { } picture
            ? WithPictureAsync(card, picture, drawn => new Reply.Show(drawn, isHidden))
            : ValueTask.FromResult<Reply>(new Reply.Show(card, isHidden));
    }

    /// <summary>An answer in the place of the message whose button was pressed.</summary>
    public ValueTask<Reply> ChangeAsync(Snapshot snapshot, Answer answer)
    {
        var card = AnswerCards.Of(answer);
        return AnswerPictures.Of(answer, snapshot.Facts, time.Today(), isLookup: false) is { } picture
            ? WithPictureAsync(card, picture, drawn => new Reply.Change(drawn))
            : ValueTask.FromResult<Reply>(new Reply.Change(card));
    }

    private async ValueTask<Reply> WithPictureAsync(Card card, Picture picture, Func<Card, Reply> reply) =>
        reply(card with { Picture = await illustrator.DrawAsync(picture) });
}
