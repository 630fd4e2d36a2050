using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>The buttons below answers: each opens another view of the same subject, for the one who pressed it.</summary>
internal sealed class AnswerButtons(SnapshotHolder snapshots, AnswerReplyBuilder replies, CompareCommand comparison, TimeProvider time)
    : IComponentHandler
{
    private const string Other = "other";
    private const int MaxTitleLength = 45;

    public ImmutableArray<string> Actions { get; } =
    [ButtonId.Model, ButtonId.Timeline, ButtonId.Licence, ButtonId.Aspect, ButtonId.Compare, ButtonId.ShareAnswer, ButtonId.More];

    public DeferMode GetDeferMode(string action) =>
        action switch
        {
            ButtonId.Compare => DeferMode.None,
            ButtonId.ShareAnswer => DeferMode.Message,
            _ => DeferMode.EphemeralMessage,
        };

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        var today = time.Today();
        if (action == ButtonId.ShareAnswer)
            return new Reply.Show(AnswerCards.Create(snapshot.Answerer.Ask(argument, today), argument, isShareable: false));

        if (action == ButtonId.More)
            return MoreButton.Parse(argument) switch
            {
                MoreButton.ForQuestion more => await Rest(snapshot.Answerer.Ask(more.Question, today), more),
                MoreButton.ForSubject more when snapshot.Facts.Find(more.Subject) is { } viewed => await Rest(
                    snapshot.Answerer.Describe(viewed, today),
                    more
                ),
                _ => Gone,
            };
        if (action == ButtonId.Aspect)
            return AspectButton.Parse(argument) is { } button && snapshot.Facts.Find(button.Subject) is { } named
                ? await replies.CreateAsync(snapshot, snapshot.Answerer.View(named, button.Aspect, today), isPrivate: true, isLookup: true)
                : Gone;

        if (snapshot.Facts.Find(argument) is not { } subject)
            return Gone;
        if (action == ButtonId.Compare)
        {
            return request.Kind == RequestKind.Form
                ? await comparison.CompareAsync(snapshot, [subject.Id, request.Fields.GetValueOrDefault(Other, "")], isPrivate: true)
                : Form(subject);
        }

        return await replies.CreateAsync(snapshot, View(snapshot.Answerer, action, subject, today), isPrivate: true, isLookup: true);
    }

    private static ValueTask<Reply> Rest(Answer answer, MoreButton button) =>
        ValueTask.FromResult<Reply>(new Reply.Show(AnswerCards.CreateRest(answer, button), IsPrivate: true));

    private static Reply Gone => Replies.Ephemeral("This button is about something that is no longer known here. Ask again with /ask.");

    private static Answer View(Answerer answerer, string action, SubjectView subject, DateOnly today) =>
        action switch
        {
            ButtonId.Timeline => answerer.View(subject, Intent.Timeline, today),
            ButtonId.Licence => answerer.View(subject, Intent.Licence, today),
            _ => answerer.Describe(subject, today),
        };

    private static Reply.Form Form(SubjectView subject)
    {
        var title = $"Compare {subject.Name}";
        return new Reply.Form(
            ButtonId.Format(ButtonId.Compare, subject.Id),
            title.Length <= MaxTitleLength ? title : "Compare",
            [new FormField(Other, "With which model, family or maker?", "For example: Llama 4", SubjectLookup.MaxLength)]
        );
    }
}
