using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/licence: what a licence asks and allows, or under which a model is.</summary>
internal sealed class LicenceCommand(SnapshotHolder snapshots, AnswerReplyBuilder replies, TimeProvider time) : Command
{
    private const string Name = "name";

    public override CommandDefinition Definition { get; } =
        new(
            "licence",
            "What a licence allows and asks, or under which licence a model is",
            new OptionDefinition(Name, "A licence or a model", IsRequired: true, Completes: true, MaxLength: SubjectLookup.MaxLength)
        );

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names.CompleteLicences(request.Option(Name) ?? "");

    public override bool NeedsFactsAlone => true;

    public override LimitedAction? Limit => LimitedAction.Question;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        var today = time.Today();
        var name = request.Option(Name) ?? "";
        var (subject, refusal) = snapshot.Facts.FindLicence(name) is { } licence
            ? (licence, null)
            : SubjectLookup.Find(snapshot, name, today);
        return subject is null
            ? Replies.Refusal(refusal!, choice => new AnswerReference.ForView(ButtonId.Licence, choice.Id))
            : await replies.CreateAsync(
                snapshot,
                snapshot.Answerer.View(subject, Intent.Licence, today, language: request.Texts.Language),
                IsPrivate(request)
            );
    }
}
