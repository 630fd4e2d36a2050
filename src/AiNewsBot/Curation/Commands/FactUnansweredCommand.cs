using AiNewsBot.Commands;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact unanswered: what people asked in vain, most asked first.</summary>
internal sealed class FactUnansweredCommand(FactGate gate, VainQuestions questions) : Command
{
    public override CommandDefinition Definition { get; } = new("fact unanswered", "What people here asked in vain, most asked first");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, isGlobal: false);
        return ValueTask.FromResult(place is null ? refusal! : FactCards.Private(questions.Next(place)));
    }
}
