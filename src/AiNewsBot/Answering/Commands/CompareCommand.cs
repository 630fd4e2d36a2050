using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/compare: two or three models side by side.</summary>
internal sealed class CompareCommand(SnapshotHolder snapshots, AnswerReplyBuilder replies, TimeProvider time) : Command
{
    private static readonly ImmutableArray<string> Options = ["first", "second", "third"];

    public override CommandDefinition Definition { get; } =
        new(
            "compare",
            "How open two or three models are, side by side",
            Named("first", "A model, a family or a maker", isRequired: true),
            Named("second", "Another one", isRequired: true),
            Named("third", "A third one", isRequired: false),
            Private
        );

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names.Complete(
            request.Option(request.Focused ?? Options[0]) ?? ""
        );

    public override bool NeedsFactsAlone => true;

    public override LimitedAction? Limit => LimitedAction.Question;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        await CompareAsync(
            await snapshots.ForAsync(request.Caller.Server, cancellationToken),
            [.. Options.Select(request.Option).OfType<string>()],
            IsPrivate(request)
        );

    /// <summary>The comparison of what is named; or why one of them is not known.</summary>
    public ValueTask<Reply> CompareAsync(Snapshot snapshot, ImmutableArray<string> names, bool isPrivate)
    {
        var today = time.Today();
        return Comparison.Create(snapshot, names, today) is not { } answer
            ? ValueTask.FromResult(
                Replies.Ephemeral(
                    ChatTexts.Current["compare.alone", ("name", SubjectLookup.Find(snapshot, names[0], today).Subject?.Name ?? names[0])]
                )
            )
            : replies.CreateAsync(
                snapshot,
                answer,
                isPrivate,
                options: new CardOptions { Choose = choice => Comparison.With(snapshot, names, choice, today) }
            );
    }

    private static OptionDefinition Named(string name, string description, bool isRequired) =>
        new(name, description, IsRequired: isRequired, Completes: true, MaxLength: SubjectLookup.MaxLength);
}
