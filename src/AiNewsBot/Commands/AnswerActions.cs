using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>The buttons below answers: each opens another view of the same subject, for the one who pressed it.</summary>
public sealed class AnswerActions(SnapshotHolder snapshots, AnswerReplies replies, CompareCommand comparison, TimeProvider time) : IActions
{
    private const string Other = "other";
    private const int LongestTitle = 45;

    public ImmutableArray<string> Actions { get; } = [ButtonId.Model, ButtonId.Timeline, ButtonId.Licence, ButtonId.Compare, ButtonId.ShareAnswer];

    public Waiting WaitingFor(string action) => action switch
    {
        ButtonId.Compare => Waiting.ForNothing,
        ButtonId.ShareAnswer => Waiting.ForMessage,
        _ => Waiting.ForPrivateMessage,
    };

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.For(request.Caller.Server);
        var today = time.Today();
        if (action == ButtonId.ShareAnswer)
            return ValueTask.FromResult<Reply>(new Reply.Show(AnswerCards.Of(snapshot.Answerer.Ask(argument, today), argument, isShareable: false)));

        if (snapshot.Facts.Find(argument) is not { } subject)
            return ValueTask.FromResult(Gone);
        if (action == ButtonId.Compare)
        {
            return request.Kind == RequestKind.Form
                ? comparison.CompareAsync(snapshot, [subject.Id, request.Fields.GetValueOrDefault(Other, "")], isPrivate: true)
                : ValueTask.FromResult<Reply>(Form(subject));
        }

        return replies.ShowAsync(snapshot, View(snapshot.Answerer, action, subject, today), isPrivate: true, isLookup: true);
    }

    private static Reply Gone => Answered.Say("This button speaks of something that is no longer known here. Ask anew with /ask.");

    private static Answer View(Answerer answerer, string action, SubjectView subject, DateOnly today) => action switch
    {
        ButtonId.Timeline => answerer.View(subject, Intent.Timeline, today),
        ButtonId.Licence => answerer.View(subject, Intent.Licence, today),
        _ => answerer.Describe(subject, today),
    };

    private static Reply.Ask Form(SubjectView subject)
    {
        var title = $"Compare {subject.Name}";
        return new Reply.Ask(
            ButtonId.Of(ButtonId.Compare, subject.Id), title.Length <= LongestTitle ? title : "Compare",
            [new FormField(Other, "With which model, family or maker?", "For example: Llama 4", Names.Longest)]);
    }
}
