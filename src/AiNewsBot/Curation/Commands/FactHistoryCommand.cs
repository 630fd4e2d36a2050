using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact history: who changed what, when and why.</summary>
internal sealed class FactHistoryCommand(EditContextResolver contexts, FactOptions options, FactReader reader) : Command
{
    public override CommandDefinition Definition { get; } = FactOptions.Define("fact history", "Who changed a fact, when and why");

    public override bool IsPrivate(Request request) => true;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        options.CompleteAsync(request, isNew: true, cancellationToken: cancellationToken);

    public override ValueTask<AccessRule> GetAccessAsync(Request request) =>
        new(AccessRule.For(Permission.Edit, FactOptions.IsGlobal(request)));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, FactOptions.IsGlobal(request), cancellationToken);
        var (subject, property, _, fault) = options.Read(request, place);
        return fault is not null
            ? Replies.Ephemeral(fault)
            : FactCards.Private(
                FactCards.History(
                    place.Facts.Facts,
                    place.Layer,
                    subject!.Id,
                    property,
                    await reader.HistoryAsync(
                        place.Layer,
                        subject.Id,
                        property,
                        long.MaxValue,
                        FactCards.RevisionsToRead,
                        cancellationToken
                    )
                )
            );
    }
}
