using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact undo: takes a revision back by a new one.</summary>
internal sealed class FactUndoCommand(EditContextResolver contexts, FactEditingService factEditingService, FactReader reader) : Command
{
    private const string Number = "revision";

    public override CommandDefinition Definition { get; } =
        new(
            "fact undo",
            "Undo a change; an import as a whole",
            new OptionDefinition(Number, "The number of the revision, as /fact history shows it", OptionKind.Number, IsRequired: true)
        );

    public override bool IsPrivate(Request request) => true;

    public override async ValueTask<AccessRule> GetAccessAsync(Request request) =>
        await GetAccessAsync(reader, ButtonFields.Number(request.Option(Number) ?? "") ?? 0);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        long.TryParse(request.Option(Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await UndoAsync(contexts, factEditingService, reader, request, number, cancellationToken)
            : Replies.Ephemeral(request.Texts["fact.revision_number"]);

    /// <summary>Who may undo a revision: only the revision knows of which layer it is.</summary>
    public static async Task<AccessRule> GetAccessAsync(FactReader reader, long number) =>
        AccessRule.For(Permission.Edit, await IsGlobalAsync(reader, number, CancellationToken.None));

    /// <summary>Reverts a revision.</summary>
    public static async Task<Reply> UndoAsync(
        EditContextResolver contexts,
        FactEditingService factEditingService,
        FactReader reader,
        Request request,
        long number,
        CancellationToken cancellationToken = default
    )
    {
        var place = await contexts.ResolveAsync(request, await IsGlobalAsync(reader, number, cancellationToken), cancellationToken);
        return (await factEditingService.UndoAsync(place.Author, number, null, cancellationToken)) switch
        {
            EditResult.Done done => FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions)),
            EditResult.Refused refused => Replies.Ephemeral(refused.Why),
            _ => Replies.Ephemeral(new Refusal(RefusalCode.FactChanged)),
        };
    }

    private static async Task<bool> IsGlobalAsync(FactReader reader, long number, CancellationToken cancellationToken) =>
        await reader.RevisionAsync(Layer.Global, number, cancellationToken) is { Layer.IsGlobal: true, IsSeed: false };
}
