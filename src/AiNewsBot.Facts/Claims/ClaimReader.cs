using System.Collections.Immutable;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// Reads what a message puts forward: what the rules of clauses read in it, and what the classifier is sure of besides.
/// </summary>
internal sealed class ClaimReader(ReadingParts parts)
{
    private const int MaxCount = 40;

    // Chosen on rows of authors that were left out: what is put into a person's mouth is worse than what is missed.
    private const float Sure = 0.85f;

    private readonly ClaimMessageReader _messages = new(parts);

    public ImmutableArray<Proposition> Read(string message, DateOnly today)
    {
        if (PropositionReader.IsSarcastic(message))
            return [];
        var read = _messages.Read(message, today);
        return
        [
            .. read
                .Rules.Concat(
                    FindBesides(read, ClaimClassifier.Shipped)
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

    /// <summary>What is said besides what the rules read.</summary>
    public static ImmutableArray<ReadClaim> FindBesides(ClaimMessage message, ClaimClassifier classifier)
    {
        return
        [
            .. classifier
                .Find(message)
                .Where(one => one.Likelihood >= Sure && !message.Rules.Any(rule => IsOn(one, rule)))
                .GroupBy(one => (message.Names[one.Pair.Name].Typed, one.Pair.Span.Kind, one.Pair.Span.Start))
                .Select(group => group.MaxBy(one => one.Likelihood)),
        ];

        bool IsOn(ReadClaim one, Proposition rule) =>
            message.Names[one.Pair.Name].Named?.Subject == rule.Subject
            && ClaimKinds.Of(rule.Says).Kind == classifier.Spans.Labels[one.Pair.Span.Kind];
    }
}
