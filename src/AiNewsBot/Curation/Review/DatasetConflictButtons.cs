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
    EditContextResolver contexts,
    DatasetConflicts datasetConflicts,
    FactEditingService factEditingService,
    ReviewQueue queue
) : IComponentHandler
{
    public const string Keep = "base-keep";
    public const string GiveUp = "base-take";
    public const string KeepEdited = "dataset-keep";
    public const string TakeNew = "dataset-take";

    public ImmutableArray<string> Actions { get; } = [Keep, GiveUp, KeepEdited, TakeNew];

    public DeferMode GetDeferMode(string action) => DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        new(AccessRule.For(Permission.Approve, isGlobal: action is KeepEdited or TakeNew));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        action is Keep or GiveUp
            ? await ResolveAsync(request, action, argument, cancellationToken)
            : await DecideAsync(request, action, argument, cancellationToken);

    private async Task<Reply> ResolveAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, cancellationToken: cancellationToken);
        if (
            SeenButton.Parse(argument) is not { } button
            || await datasetConflicts.ResolveAsync(place, button.Id, button.Revision, action == Keep, cancellationToken) is not { } change
        )
            return new Reply.Update(
                await queue.NextAsync(place, 0, request.Texts["fact.decided_on"], cancellationToken: cancellationToken)
            );
        return await factEditingService.ApplyAsync(place.Author, change, cancellationToken: cancellationToken) is EditResult.Refused refused
            ? Replies.Ephemeral(refused.Why)
            : new Reply.Update(await queue.NextAsync(place, 0, cancellationToken: cancellationToken));
    }

    private async Task<Reply> DecideAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Replies.Ephemeral(request.Texts["fact.old_button_review"]);
        var global = await contexts.ResolveAsync(request, isGlobal: true, cancellationToken: cancellationToken);
        if (action == KeepEdited)
            await datasetConflicts.KeepServersAsync(number, cancellationToken);
        else if (
            await datasetConflicts.AcceptDatasetAsync(number, cancellationToken) is { Count: > 0 } changes
            && await factEditingService.ApplyAsync(
                global.Author,
                changes,
                connection => DatasetConflicts.CloseAsync(connection, number, keeps: false),
                cancellationToken
            )
                is EditResult.Refused refused
        )
            return Replies.Ephemeral(refused.Why);
        return new Reply.Update(
            await queue.NextAsync(await contexts.ResolveForReviewAsync(request, cancellationToken), 0, cancellationToken: cancellationToken)
        );
    }
}
