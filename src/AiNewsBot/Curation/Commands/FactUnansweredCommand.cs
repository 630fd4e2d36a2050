using AiNewsBot.Answering;
using AiNewsBot.Commands;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact unanswered: what people asked in vain, most asked first.</summary>
internal sealed class FactUnansweredCommand(FactGate gate, VainQuestions questions, UnansweredQuestions counted) : Command
{
    public override CommandDefinition Definition { get; } = new("fact unanswered", "What people here asked in vain, most asked first");

    public override bool IsPrivate(Request request) => true;

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, isGlobal: false);
        if (place is null)
            return refusal!;
        await counted.WrittenAsync(cancellationToken);
        return FactCards.Private(questions.Next(place));
    }
}
