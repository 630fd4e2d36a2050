using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>The buttons that turn the pages of long lists and timelines, in the message that shows them.</summary>
public sealed class PageActions(SnapshotHolder snapshots, AnswerReplies replies, TimeProvider time) : IActions
{
    public ImmutableArray<string> Actions { get; } = [ButtonId.TimelinePage, ButtonId.ListPage];

    public Waiting WaitingFor(string action) => Waiting.ForChange;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.For(request.Caller.Server);
        var end = argument.LastIndexOf(':');
        if (end < 0 || !int.TryParse(argument[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var page) || Turn(snapshot, action, argument[..end], page) is not { } answer)
            return ValueTask.FromResult(Answered.Say("This list speaks of something that is no longer known here. Ask anew with /models or /timeline."));
        return replies.ChangeAsync(snapshot, answer);
    }

    private Answer? Turn(Snapshot snapshot, string action, string what, int page)
    {
        var today = time.Today();
        if (action == ButtonId.ListPage)
            return FilterCode.Read(what, snapshot.Facts) is { } filter ? snapshot.Answerer.List(filter, today, page) : null;
        return snapshot.Facts.Find(what) is { } subject ? snapshot.Answerer.View(subject, Intent.Timeline, today, page: page) : null;
    }
}
