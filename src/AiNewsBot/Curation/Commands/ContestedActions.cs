using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>The decisions on statements whose ground changed.</summary>
internal sealed class ContestedActions(FactGate gate, Contested contested, Curator curator, ReviewDesk desk) : IActions
{
    public const string Keep = "base-keep";
    public const string GiveUp = "base-take";
    public const string KeepEdited = "dataset-keep";
    public const string TakeNew = "dataset-take";

    public ImmutableArray<string> Actions { get; } = [Keep, GiveUp, KeepEdited, TakeNew];

    public Waiting WaitingFor(string action) => Waiting.ForChange;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(action is Keep or GiveUp ? Settle(request, action, argument) : Decide(request, action, argument));

    private Reply Settle(Request request, string action, string argument)
    {
        var (place, refusal) = gate.Enter(request, Power.Approve, isGlobal: false);
        if (place is null)
            return refusal!;
        var parts = argument.Split('|');
        if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) || contested.Settle(place, parts[0], revision, action == Keep) is not { } change)
            return new Reply.Change(desk.Next(place, 0, "This was decided on already."));
        return curator.Make(place.Author, change) is Outcome.Refused refused ? Answered.Say(refused.Why) : new Reply.Change(desk.Next(place, 0));
    }

    private Reply Decide(Request request, string action, string argument)
    {
        var (global, refusal) = gate.Enter(request, Power.Approve, isGlobal: true);
        var (place, closed) = gate.EnterReview(request);
        if (global is null || place is null || !long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return refusal ?? closed ?? Answered.Say("This button is of another version of the bot.");
        if (action == KeepEdited)
            contested.Keep(number);
        else if (contested.Take(number) is { Count: > 0 } changes
            && curator.Make(global.Author, changes, connection => Contested.Close(connection, number, keeps: false)) is Outcome.Refused refused)
            return Answered.Say(refused.Why);
        return new Reply.Change(desk.Next(place, 0));
    }
}
