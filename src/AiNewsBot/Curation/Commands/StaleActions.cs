using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>Says that a source was read again; a shared fact becomes the server's own by it, unless a curator says so.</summary>
internal sealed class StaleActions(FactGate gate, StaleFacts stale, FactReader reader, Curator curator, TimeProvider time) : IActions
{
    public ImmutableArray<string> Actions { get; } = [FactButtons.Verify, FactButtons.Stale];

    public Waiting WaitingFor(string action) => Waiting.ForChange;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var (here, refusal) = gate.Enter(request, Power.Edit, isGlobal: false);
        return ValueTask.FromResult(here is null ? refusal! : action == FactButtons.Stale ? new Reply.Change(stale.Next(here, argument)) : Verify(request, here, argument.Split('|')));
    }

    private Reply Verify(Request request, FactPlace here, string[] parts)
    {
        if (parts.Length != 4 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            return Answered.Say("This button is of another version of the bot. Begin anew with /fact stale.");
        var place = parts[0] == "g" && gate.Enter(request, Power.Edit, isGlobal: true).Place is { } global ? global : here;
        if (reader.Find(place.Layer, parts[1]) is not { } stands)
            return Answered.Say("This fact is gone.");
        var change = new Change(ChangeKind.Verify, place.Layer, stands.Subject, stands.Property, stands.Content with { VerifiedOn = time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })
        {
            Statement = parts[1],
            Base = revision,
            Reason = "The source was read again",
        };
        return curator.Make(place.Author, change) switch
        {
            Outcome.Done => new Reply.Change(stale.Next(here, $"{parts[3]}|{parts[1]}", "Thank you.")),
            Outcome.Refused refused => Answered.Say(refused.Why),
            _ => Answered.Say("Somebody else changed this fact meanwhile. Look at it with /fact history. Nothing was changed."),
        };
    }
}
