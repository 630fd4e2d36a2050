using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on matters and terms: "open weights and open source mean the same".</summary>
internal static class TopicClaims
{
    // How much of a sentence and of what a topic decides must be the same words.
    private const double Alike = 0.8;
    private const int MinWords = 4;

    private static readonly TopicWords Words = new(Languages.Lexicon);

    /// <summary>What the sentences of a message put forward that say nothing of a model, as far as a topic affirms or denies it.</summary>
    public static IEnumerable<Proposition> Find(FactBase facts, string message, IReadOnlyCollection<Proposition> said)
    {
        if (PropositionReader.IsSarcastic(message) || PropositionReader.IsIronic(message))
            yield break;
        foreach (var sentence in Tokenizer.Split(message).GroupBy(token => token.Sentence).Select(group => group.ToImmutableArray()))
        {
            var text = string.Join(' ', sentence.Select(token => token.Raw));
            var words = Words.Of(sentence);
            if (
                sentence[0].IsAsked
                || PropositionWords.Shipped.Is("auxiliaries", sentence[0].Text)
                || PropositionWords.Shipped.Is("asking", sentence[0].Text)
                || sentence.Any(token => token.Text is "or" or "must")
                || words.Length < MinWords
                || said.Any(claim => text.Contains(claim.Text, StringComparison.Ordinal))
                || sentence.Any(token => PropositionWords.Shipped.Is("suppositions", token.Text))
            )
                continue;
            var best = Alike;
            Proposition? found = null;
            foreach (var topic in facts.Topics)
            {
                foreach (var premise in topic.All(Properties.Says).SelectMany(TopicPremise.In))
                {
                    var tokens = Tokenizer.Split(premise.Text);
                    var told = Words.Of(tokens);
                    var likeness = 2.0 * told.Count(words.Contains) / (told.Length + words.Length);
                    if (likeness < best)
                        continue;
                    best = likeness;
                    found = new Proposition(
                        topic,
                        new Assertion(Aspect.Topic) { Premise = premise.Text, IsDenied = IsDenied(tokens) != IsDenied(sentence) },
                        text
                    );
                }
            }

            if (found is not null)
                yield return found;
        }
    }

    /// <summary>What the topic says to it.</summary>
    public static ClaimFinding Create(AnswerContext context, SubjectView topic, Assertion says)
    {
        foreach (var sentence in topic.All(Properties.Says))
        {
            if (TopicPremise.In(sentence).FirstOrDefault(premise => premise.Text == says.Premise) is { } premise)
                return new ClaimFinding(
                    premise.Holds ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees,
                    sentence.Value.TrimEnd('.'),
                    [sentence]
                );
        }

        return new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], []);
    }

    private static bool IsDenied(ImmutableArray<Token> tokens) =>
        tokens.Count(token => PropositionWords.Shipped.Is("denials", token.Text)) % 2 != 0;
}
