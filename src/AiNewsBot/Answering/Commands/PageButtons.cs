using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>The buttons that turn the pages of long lists and timelines, in the message that shows them.</summary>
internal sealed class PageButtons(SnapshotHolder snapshots, AnswerReplyBuilder replies, TimeProvider time) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } =
    [ButtonId.TimelinePage, ButtonId.ListPage, ButtonId.OwnTimelinePage, ButtonId.OwnListPage];

    public DeferMode GetDeferMode(string action) => DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        var isList = action is ButtonId.ListPage or ButtonId.OwnListPage;
        if ((isList ? List(snapshot, argument) : Timeline(snapshot, argument)) is not { } answer)
            return Replies.Ephemeral(request.Texts["error.list_gone"]);
        return await replies.CreateUpdateAsync(snapshot, answer, isPrivate: action is ButtonId.OwnListPage or ButtonId.OwnTimelinePage);
    }

    private Answer? List(Snapshot snapshot, string argument) =>
        ListPageButton.Parse(argument) is { } button && ListFilterFields.Read(button.Filter, snapshot.Facts) is { } filter
            ? snapshot.Answerer.List(filter, time.Today(), button.Page)
            : null;

    private Answer? Timeline(Snapshot snapshot, string argument) =>
        TimelinePageButton.Parse(argument) is { } button && snapshot.Facts.Find(button.Subject) is { } subject
            ? snapshot.Answerer.View(subject, Intent.Timeline, time.Today(), page: button.Page)
            : null;
}
