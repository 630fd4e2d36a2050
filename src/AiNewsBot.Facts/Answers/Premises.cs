using System.Collections.Immutable;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>Tells what a question only starts from: "X is MIT, so is it open source?" asks how open X is, and neither yes nor no to MIT.
/// </summary>
internal static class Premises
{
    // "Is that so", "do you agree with that"
    private const int MaxTag = 5;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>Whether something else is asked beside what is put forward. Beside what is asked itself, that is only what the one who asks
    /// may do.</summary>
    public static bool Is(Question question, Proposition claim)
    {
        var (start, end) = Span(question.Tokens, Tokenizer.Split(claim.Text));
        var isAsked = Enumerable.Range(start, end - start).Any(index => Asks(question, index));
        for (var i = 0; i < question.Tokens.Length; i++)
        {
            if (
                (i < start || i >= end)
                && Asks(question, i)
                && !IsTag(question.Tokens, i)
                && (!isAsked || i + 1 < question.Tokens.Length && question.Tokens[i + 1].Text is "i" or "we")
            )
                return true;
        }

        return false;
    }

    // "Does it", "so is it", "can I"; "why", where a clause begins with it.
    private static bool Asks(Question question, int index)
    {
        var tokens = question.Tokens;
        var begins = index == 0 || tokens[index].Clause != tokens[index - 1].Clause || Words.Is("joining", tokens[index - 1].Text);
        if (begins && Words.Is("asking", tokens[index].Text))
            return tokens[index].IsAsked || tokens[index].Text is "why" or "how" or "what";
        return index + 1 < tokens.Length
            && tokens[index + 1].Clause == tokens[index].Clause
            && Words.Is("auxiliaries", tokens[index].Text)
            && tokens[index].Text != "its"
            && (
                Words.Is("asked_subjects", tokens[index + 1].Text)
                // "And has a cap" continues what is told.
                || begins
                    && tokens[index].Text is not ("has" or "have" or "had")
                    && (Words.Is("determiners", tokens[index + 1].Text) || question.Mentions.Any(mention => mention.Start == index + 1))
            );
    }

    // "Is that right?" asks whether what is put forward is so, and "isn't it" does.
    private static bool IsTag(ImmutableArray<Token> tokens, int index)
    {
        var length = 0;
        while (index + length < tokens.Length && tokens[index + length].Clause == tokens[index].Clause)
            length++;
        return length < 3
            || length <= MaxTag
                && Words.Find(tokens, _ => false).Any(hit => hit.Group == "tags" && hit.Start >= index && hit.End == index + length);
    }

    /// <summary>Whether a premise says how something is, rather than what is to come: "any plan to release the weights" puts nothing
    /// forward.</summary>
    public static bool IsOfToday(Proposition premise) => !Tokenizer.Split(premise.Text).Any(token => Words.Is("futures", token.Text));

    private static (int Start, int End) Span(ImmutableArray<Token> tokens, ImmutableArray<Token> said)
    {
        for (var start = 0; start + said.Length <= tokens.Length; start++)
        {
            if (said.Select((token, index) => tokens[start + index].Text == token.Text).All(isSame => isSame))
                return (start, start + said.Length);
        }

        return (0, 0);
    }
}
