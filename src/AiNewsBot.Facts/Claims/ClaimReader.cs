using System.Collections.Immutable;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// Reads what a message puts forward: what the rules of clauses read in it, but for what the classifier surely takes for not said, and what
/// it is sure of besides.
/// </summary>
internal sealed class ClaimReader(ReadingParts parts)
{
    private const int MaxCount = 40;

    // Both were chosen on rows of authors that were left out: what is put into a person's mouth is worse than what is missed.
    private const float Sure = 0.8f;
    private const float Denied = 0.1f;

    private readonly ClaimMessageReader _messages = new(parts);

    public ImmutableArray<Proposition> Read(string message, DateOnly today)
    {
        if (PropositionReader.IsSarcastic(message))
            return [];
        var read = _messages.Read(message, today);
        var (ruled, learned) = Select(read, ClaimClassifier.Shipped);
        return
        [
            .. ruled
                .Concat(
                    learned
                        .Select(one =>
                            ClaimComposer.Create(
                                read,
                                one.Pair,
                                ClaimClassifier.Shipped.Spans.Labels[one.Pair.Span.Kind],
                                one.IsDenied,
                                parts.Facts
                            )
                        )
                        .OfType<Proposition>()
                )
                .DistinctBy(claim => (claim.Subject, claim.Name, claim.Says, claim.Speaker))
                .Take(MaxCount),
        ];
    }

    /// <summary>What is kept of what the rules read, and what is said besides.</summary>
    public static (ImmutableArray<Proposition> Ruled, ImmutableArray<ReadClaim> Learned) Select(
        ClaimMessage message,
        ClaimClassifier classifier
    )
    {
        var found = classifier.Find(message);
        return (
            [
                .. message.Rules.Where(rule =>
                    found.Where(one => IsOn(one, rule)).Select(one => one.Likelihood).DefaultIfEmpty(1).Max() >= Denied
                ),
            ],
            [
                .. found
                    .Where(one => one.Likelihood >= Sure && !message.Rules.Any(rule => IsOn(one, rule)))
                    .GroupBy(one => (message.Names[one.Pair.Name].Typed, one.Pair.Span.Kind, one.Pair.Span.Start))
                    .Select(group => group.MaxBy(one => one.Likelihood)),
            ]
        );

        bool IsOn(ReadClaim one, Proposition rule) =>
            message.Names[one.Pair.Name].Named?.Subject == rule.Subject
            && ClaimKinds.Of(rule.Says).Kind == classifier.Spans.Labels[one.Pair.Span.Kind];
    }
}
