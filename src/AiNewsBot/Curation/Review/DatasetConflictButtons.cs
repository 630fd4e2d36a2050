using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>The decisions on statements whose ground changed.</summary>
internal sealed class DatasetConflictButtons(
    FactPermissionService gate,
    DatasetConflicts datasetConflicts,
    FactEditingService factEditingService,
    ReviewQueue desk
) : IComponentHandler
{
    public const string Keep = "base-keep";
    public const string GiveUp = "base-take";
    public const string KeepEdited = "dataset-keep";
    public const string TakeNew = "dataset-take";

    public ImmutableArray<string> Actions { get; } = [Keep, GiveUp, KeepEdited, TakeNew];

    public DeferMode GetDeferMode(string action) => DeferMode.Update;

    public ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(action is Keep or GiveUp ? Resolve(request, action, argument) : Decide(request, action, argument));

    private Reply Resolve(Request request, string action, string argument)
    {
        var (place, refusal) = gate.Authorize(request, Permission.Approve, isGlobal: false);
        if (place is null)
            return refusal!;
        if (
            SeenButton.Parse(argument) is not { } button
            || datasetConflicts.Resolve(place, button.Id, button.Revision, action == Keep) is not { } change
        )
            return new Reply.Update(desk.Next(place, 0, "This was decided on already."));
        return factEditingService.Apply(place.Author, change) is EditResult.Refused refused
            ? Replies.Ephemeral(refused.Why)
            : new Reply.Update(desk.Next(place, 0));
    }

    private Reply Decide(Request request, string action, string argument)
    {
        var (global, refusal) = gate.Authorize(request, Permission.Approve, isGlobal: true);
        var (place, closed) = gate.EnterReview(request);
        if (global is null || place is null || !long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return refusal ?? closed ?? Replies.Ephemeral("This button is of another version of the bot.");
        if (action == KeepEdited)
            datasetConflicts.Keep(number);
        else if (
            datasetConflicts.TakeOver(number) is { Count: > 0 } changes
            && factEditingService.Apply(global.Author, changes, connection => DatasetConflicts.Close(connection, number, keeps: false))
                is EditResult.Refused refused
        )
            return Replies.Ephemeral(refused.Why);
        return new Reply.Update(desk.Next(place, 0));
    }
}
