using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Servers;

namespace AiNewsBot.Curation.Unanswered;

/// <summary>/fact unanswered: questions without an answer, most asked first.</summary>
internal sealed class FactUnansweredCommand(
    FactPermissionService gate,
    UnansweredQuestionQueue questions,
    UnansweredQuestionCounter counted
) : Command
{
    public override CommandDefinition Definition { get; } = new("fact unanswered", "Questions without an answer here, most asked first");

    public override bool IsPrivate(Request request) => true;

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = gate.Authorize(request, Permission.Edit, isGlobal: false);
        if (place is null)
            return refusal!;
        await counted.WrittenAsync(cancellationToken);
        return FactCards.Private(questions.Next(place));
    }
}
