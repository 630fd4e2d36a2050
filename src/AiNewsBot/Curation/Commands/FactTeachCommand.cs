using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Facts.Language;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact teach: a form that says what a question asks for.</summary>
internal sealed class FactTeachCommand(EditContextResolver contexts) : Command
{
    private const string Question = "question";

    public override CommandDefinition Definition { get; } =
        new(
            "fact teach",
            "Teach what a question asks for, where I misunderstand it",
            new OptionDefinition(Question, "The question, as people ask it", IsRequired: true, MaxLength: TaughtWords.MaxPhrasingLength),
            FactOptions.Layer
        );

    public override DeferMode GetDeferMode(Request request) => DeferMode.None;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) =>
        new(AccessRule.For(Permission.Edit, FactOptions.IsGlobal(request)));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, FactOptions.IsGlobal(request), cancellationToken);
        return FactForms.ForPhrasing(place.Layer.IsGlobal, request.Option(Question) ?? "");
    }
}
