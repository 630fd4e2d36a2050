using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact import: says first what a file would change, then changes all of it or nothing.</summary>
internal sealed class FactImportCommand(FactGate gate, IChatFiles files, Importer importer, ImportStore imports, Curator curator) : Command, IActions
{
    private const string Apply = "import-apply";
    private const string File = "file";
    private const int MostLines = 8;

    public override CommandDefinition Definition { get; } = new(
        "fact import", "Take facts from a file that /fact export wrote; you see first what it would change",
        new OptionDefinition(File, "The file", OptionKind.File, IsRequired: true), FactOptions.Layer);

    public ImmutableArray<string> Actions { get; } = [Apply];

    public override bool IsPrivate(Request request) => true;

    public Waiting WaitingFor(string action) => Waiting.ForChange;

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, FactOptions.IsGlobal(request));
        if (place is null)
            return refusal!;
        if (request.Option(File) is not { } option || !request.Files.TryGetValue(option, out var file))
            return Answered.Say("Attach the file that /fact export wrote. Nothing was changed.");
        if (file.Size > Importer.LongestFile)
            return Answered.Say($"The file has {file.Size / 1024} KB; {Importer.LongestFile / 1024} KB are the most. Nothing was changed.");
        if (await files.ReadAsync(file, Importer.LongestFile, cancellationToken) is not { } content)
            return Answered.Say("The file could not be read from Discord. Attach it again. Nothing was changed.");
        var (plan, fault) = importer.Plan(place, content, "");
        if (plan is null)
            return Answered.Say(fault!);
        var id = plan.Refusals.IsEmpty && plan.All.Count > 0 ? imports.Keep(place.Layer, request.Caller.User, content) : null;
        return FactCards.Private(CardOf(place, plan, id));
    }

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(Confirm(request, argument.Split('|')));

    private Reply Confirm(Request request, string[] parts)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, parts[0] == "g");
        if (place is null)
            return refusal!;
        if (parts.Length != 2)
            return Answered.Say("This button is of another version of the bot. Use /fact import with the file again.");
        var (content, gone) = imports.Find(parts[1], place.Layer, request.Caller.User);
        if (content is null)
            return Answered.Say(gone!);
        var (plan, fault) = importer.Plan(place, content, ImportStore.MarkOf(parts[1]));
        if (plan is not { Refusals.IsEmpty: true })
            return Answered.Say(fault ?? "The facts changed meanwhile, and the file no longer fits. Import it again to see why. Nothing was changed.");
        if (plan.All.Count == 0)
            return Answered.Say("All of it stands here already.");
        try
        {
            return curator.Make(place.Author, plan.All, connection => ImportStore.Drop(connection, parts[1])) switch
            {
                Outcome.Done done => new Reply.Change(FactCards.Changed(place.Facts.Facts, done.Revisions)),
                Outcome.Refused refused => Answered.Say(refused.Why),
                _ => Answered.Say("Somebody else changed one of these facts in the same moment. Try again. Nothing was changed."),
            };
        }
        catch (AlreadyImportedException)
        {
            return Answered.Say(imports.Find(parts[1], place.Layer, request.Caller.User).Fault ?? "This file was imported already.");
        }
    }

    private static Card CardOf(FactPlace place, ImportPlan plan, string? id)
    {
        var card = new CardWriter(VerdictStyle.Accent(null)).Add($"**What this file would change for {place.Layer.Words}**: {plan.Adds.Length} new, {plan.Changes.Length} changed, {plan.Conflicts.Length} that were edited here, {plan.Same} as they are");
        Add(card, place, "New", plan.Adds);
        Add(card, place, "Changed", plan.Changes);
        Add(card, place, "Edited here, and replaced by the file", plan.Conflicts);
        if (!plan.Refusals.IsEmpty)
            card.Add([$"**{plan.Refusals.Length} cannot be taken, so nothing is**", .. plan.Refusals.Select(line => $"- {Markdown.Escape(line)}")], count => $"-# and {count} more", isApart: true);
        if (id is not null)
            card.AddButton(ButtonId.Of(Apply, $"{FactCards.Flag(place.Layer)}|{id}"), "Import all of it");
        return card.ToCard();
    }

    private static void Add(CardWriter card, FactPlace place, string title, ImmutableArray<Change> changes)
    {
        if (changes.IsEmpty)
            return;
        var lines = changes.Take(MostLines).Select(change => $"- {FactText.Title(place.Facts.Facts, change.Subject, change.Property)}: {FactText.Line(change.Content)}");
        card.Add([$"**{title}**", .. lines, .. changes.Length > MostLines ? [$"-# and {changes.Length - MostLines} more"] : Array.Empty<string>()], count => $"-# and {count} more", reserve: 1000);
    }
}
