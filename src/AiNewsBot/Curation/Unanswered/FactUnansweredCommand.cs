using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Unanswered;

/// <summary>/fact unanswered: questions without an answer, most asked first.</summary>
internal sealed class FactUnansweredCommand(
    EditContextResolver contexts,
    UnansweredQuestionQueue questions,
    UnansweredQuestionCounter counted
) : Command
{
    public override CommandDefinition Definition { get; } = new("fact unanswered", "Questions without an answer here, most asked first");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.Edit));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        await counted.WrittenAsync(cancellationToken);
        return FactCards.Private(
            await questions.NextAsync(
                await contexts.ResolveAsync(request, cancellationToken: cancellationToken),
                cancellationToken: cancellationToken
            )
        );
    }
}
