using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Limits;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>/licence: what a licence asks and allows, or under which a model is.</summary>
public sealed class LicenceCommand(SnapshotHolder snapshots, AnswerReplies replies, TimeProvider time) : Command
{
    private const string Name = "name";

    public override CommandDefinition Definition { get; } = new(
        "licence", "What a licence allows and asks, or under which licence a model is",
        new OptionDefinition(Name, "A licence or a model", IsRequired: true, Completes: true, LongestText: Names.Longest));

    public override ImmutableArray<Suggestion> Complete(Request request) => snapshots.For(request.Caller.Server).Names.CompleteLicences(request.Option(Name) ?? "");

    public override LimitedAct? Limit => LimitedAct.Question;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.For(request.Caller.Server);
        var today = time.Today();
        var name = request.Option(Name) ?? "";
        if ((snapshot.Facts.FindLicence(name) ?? snapshot.Facts.Find(name.Trim())) is { } subject)
            return replies.ShowAsync(snapshot, snapshot.Answerer.View(subject, Intent.Licence, today), IsPrivate(request));

        // Licences and models are both found in a question about licences.
        return replies.ShowAsync(snapshot, snapshot.Answerer.Ask($"what is the licence {name}", today), IsPrivate(request));
    }
}
