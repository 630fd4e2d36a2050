using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
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
    [
        ButtonId.Model,
        ButtonId.Timeline,
        ButtonId.Licence,
        ButtonId.Aspect,
        ButtonId.Compare,
        ButtonId.ShareAnswer,
        ButtonId.Choose,
        ButtonId.ChooseAlone,
        ButtonId.More,
    ];

    public DeferMode GetDeferMode(string action) =>
        action switch
        {
            ButtonId.Compare => DeferMode.None,
            ButtonId.ShareAnswer or ButtonId.Choose => DeferMode.Message,
            _ => DeferMode.EphemeralMessage,
        };

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        if (action == ButtonId.Compare && snapshot.Facts.Find(argument) is { } subject)
            return request.Kind == RequestKind.Form
                ? await comparison.CompareAsync(snapshot, [subject.Id, request.Fields.GetValueOrDefault(Other, "")], isPrivate: true)
                : Form(subject);
        return
            Read(action, argument) is { } reference
            && AnswerFinder.Find(snapshot, reference, time.Today(), request.Texts.Language) is { } found
            ? await ShowAsync(snapshot, action, reference, found)
            : Replies.Ephemeral(request.Texts["error.answer_gone"]);
    }

    // What is shared was a question, before anything else could be.
    private static AnswerReference? Read(string action, string argument) =>
        action switch
        {
            ButtonId.Model => new AnswerReference.ForSubject(argument),
            ButtonId.Timeline or ButtonId.Licence => new AnswerReference.ForView(action, argument),
            ButtonId.Aspect => AspectButton.Parse(argument) is { } button
                ? new AnswerReference.ForView(button.Aspect.ToSlug(), button.Subject)
                : null,
            ButtonId.ShareAnswer when !argument.StartsWith('~') => new AnswerReference.ForQuestion(argument),
            ButtonId.Compare => null,
            _ => AnswerReference.Parse(argument),
        };

    private async ValueTask<Reply> ShowAsync(Snapshot snapshot, string action, AnswerReference reference, FoundAnswer found)
    {
        if (action == ButtonId.More)
            return new Reply.Show(AnswerCards.CreateRest(found.Answer, reference), IsPrivate: true);
        var options = found.Asked is { } asked ? snapshot.Cache.Options(asked, found.Answer, time.Today()) : CardOptions.Default;
        options = options with { Reference = reference, IsShareable = action != ButtonId.ShareAnswer };
        var reply = await replies.CreateAsync(
            snapshot,
            found.Answer,
            isPrivate: action is not (ButtonId.ShareAnswer or ButtonId.Choose),
            found.IsLookup,
            options
        );

        // Who shares a refusal wants others to see it.
        return action == ButtonId.ShareAnswer && reply is Reply.Show show ? show with { IsPrivate = false } : reply;
    }

    private static Reply.Form Form(SubjectView subject)
    {
        var texts = ChatTexts.Current;
        var title = texts["compare.title", ("name", subject.Name)];
        return new Reply.Form(
            ButtonId.Format(ButtonId.Compare, subject.Id),
            title.Length <= MaxTitleLength ? title : texts["card.compare"],
            [new FormField(Other, texts["compare.ask_other"], texts["compare.hint_other"], SubjectLookup.MaxLength)]
        );
    }
}
