using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Commands;
using AiNewsBot.Curation.Editing;

namespace AiNewsBot.Curation.Transfer;

/// <summary>/fact export: what was edited, as one file that /fact import takes.</summary>
internal sealed class FactExportCommand(EditContextResolver contexts, Exporter exporter) : Command
{
    public override CommandDefinition Definition { get; } =
        new("fact export", "What was edited here, as one file that /fact import takes", FactOptions.Layer);

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) =>
        new(AccessRule.For(Permission.Edit, FactOptions.IsGlobal(request)));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, FactOptions.IsGlobal(request), cancellationToken);
        var (file, count) = await exporter.ExportAsync(place.Layer, cancellationToken);
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add(request.Texts.Count("fact.exported", count, ("layer", FactText.Name(place.Layer))))
            .ToCard();
        return new Reply.Show(card with { File = new CardFile("facts.json", file) }, IsPrivate: true);
    }
}
