using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact undo: takes a revision back by a new one.</summary>
internal sealed class FactUndoCommand(FactGate gate, Curator curator, FactReader reader) : Command
{
    private const string Number = "revision";

    public override CommandDefinition Definition { get; } = new(
        "fact undo", "Take a change back; an import as a whole",
        new OptionDefinition(Number, "The number of the revision, as /fact history shows it", OptionKind.Number, IsRequired: true));

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) => ValueTask.FromResult(
        long.TryParse(request.Option(Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Undo(gate, curator, reader, request, number)
            : Answered.Say("A revision has a number: /fact history shows it."));

    /// <summary>Takes a revision back for whoever asks.</summary>
    public static Reply Undo(FactGate gate, Curator curator, FactReader reader, Request request, long number)
    {
        // Which layer a revision is of, only the revision knows; who may change that layer, the gate.
        var isGlobal = reader.Revision(Layer.Global, number) is { Layer.IsGlobal: true, IsSeed: false };
        var (place, refusal) = gate.Enter(request, Power.Edit, isGlobal);
        if (place is null)
            return refusal!;
        return curator.Undo(place.Author, number, null) switch
        {
            Outcome.Done done => FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions)),
            Outcome.Refused refused => Answered.Say(refused.Why),
            _ => Answered.Say("Somebody else changed this fact in the same moment. Look at its history, and try again. Nothing was changed."),
        };
    }
}
