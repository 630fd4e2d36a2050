using AiNewsBot.Answering;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Limits;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>/ask: a question in everyday words.</summary>
public sealed class AskCommand(SnapshotHolder snapshots, AnswerReplies replies, UnansweredQuestions unanswered, TimeProvider time) : Command
{
    private const string Question = "question";

    public override CommandDefinition Definition { get; } = new(
        "ask", "Ask whether a model is open source, what its licence allows, when it came out, …",
        new OptionDefinition(Question, "For example: is grok open source?", IsRequired: true, LongestText: Answerer.LongestQuestion), Private);

    public override LimitedAct? Limit => LimitedAct.Question;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var question = request.Option(Question) ?? "";
        var snapshot = snapshots.For(request.Caller.Server);
        var (answer, card) = snapshot.Asked.Ask(question, time.Today());
        unanswered.Count(answer, request.Caller);
        return replies.ShowAsync(snapshot, answer, card, IsPrivate(request));
    }
}
