using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>The buttons below changed facts and histories.</summary>
internal sealed class FactActions(FactGate gate, Curator curator, FactReader reader, FactDesk desk, DraftStore drafts) : IActions
{
    public ImmutableArray<string> Actions { get; } = [FactButtons.Undo, FactButtons.History, FactButtons.Propose];

    public Waiting WaitingFor(string action) => action == FactButtons.History ? Waiting.ForChange : Waiting.ForPrivateMessage;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(action switch
    {
        FactButtons.History => Page(request, argument.Split('|')),
        _ when !long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Gone,
        FactButtons.Undo => FactUndoCommand.Undo(gate, curator, reader, request, long.Parse(argument, CultureInfo.InvariantCulture)),
        _ => Propose(request, long.Parse(argument, CultureInfo.InvariantCulture)),
    });

    private static Reply Gone => Answered.Say("This button is of another version of the bot. Begin anew with /fact.");

    private Reply Page(Request request, string[] parts)
    {
        if (parts.Length != 4 || !long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var below))
            return Gone;
        var (place, refusal) = gate.Enter(request, Power.Edit, parts[0] == "g");
        if (place is null)
            return refusal!;
        var card = FactCards.History(place.Facts.Facts, place.Layer, parts[1], parts[2], reader.History(place.Layer, parts[1], parts[2], below, FactCards.RevisionsToRead));
        return below == long.MaxValue ? FactCards.Private(card) : new Reply.Change(card);
    }

    // A server's statement becomes a suggestion to the curators, in place of the global one under it.
    private Reply Propose(Request request, long number)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, isGlobal: false);
        if (place is null)
            return refusal!;
        if (reader.Revision(place.Layer, number) is not { Layer.IsGlobal: false, Content.IsStated: true } revision)
            return Answered.Say("This was changed meanwhile: propose what stands now.");
        var below = reader.Below(revision.Row.Statement);
        var target = new FormTarget(FormPurpose.Suggest, IsGlobal: true) { Subject = revision.Row.Subject, Property = revision.Row.Property, Statement = below?.Id ?? "", Base = below?.Revision ?? 0 };
        var fields = FactFields.Of(revision.Content) with { Why = revision.Row.Reason ?? "Proposed by a server's editors" };
        var (global, closed) = gate.Enter(request, Power.Suggest, isGlobal: true);
        return global is null ? closed! : desk.Do(global, drafts.Keep(global.Layer, request.Caller.User, target, fields));
    }
}
