using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>The buttons that turn the pages of long lists and timelines, in the message that shows them.</summary>
internal sealed class PageButtons(SnapshotHolder snapshots, AnswerReplyBuilder replies, TimeProvider time) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } = [ButtonId.TimelinePage, ButtonId.ListPage];

    public DeferMode GetDeferMode(string action) => DeferMode.Update;

    public ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.For(request.Caller.Server);
        var end = argument.LastIndexOf(':');
        if (
            end < 0
            || !int.TryParse(argument[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || Turn(snapshot, action, argument[..end], page) is not { } answer
        )
            return ValueTask.FromResult(
                Replies.Ephemeral("This list is about something that is no longer known here. Ask again with /models or /timeline.")
            );
        return replies.CreateUpdateAsync(snapshot, answer);
    }

    private Answer? Turn(Snapshot snapshot, string action, string what, int page)
    {
        var today = time.Today();
        if (action == ButtonId.ListPage)
            return ListFilterCodec.Read(what, snapshot.Facts) is { } filter ? snapshot.Answerer.List(filter, today, page) : null;
        return snapshot.Facts.Find(what) is { } subject ? snapshot.Answerer.View(subject, Intent.Timeline, today, page: page) : null;
    }
}
