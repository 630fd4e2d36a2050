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

    // What a sentence speaks of that asks something of its own.
    private static readonly string[] Matters =
    [
        "commercial",
        "selling",
        "terms",
        "licences",
        "components",
        "outputs",
        "conditions",
        "derived",
        "unlimited",
    ];

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

    /// <summary>Whether it is only told before or behind what is asked: "ChatTTS is CC BY-NC. May we sell it?", "is V3 MIT like R1? I saw
    /// another one for its weights". What a tag asks for is asked, and so is what a question only points at: "which is right?"</summary>
    public static bool IsContext(Question question, Proposition claim)
    {
        if (claim.IsAsked)
            return false;
        var tokens = question.Tokens;
        var (start, end) = Span(tokens, Tokenizer.Split(claim.Text));
        if (end == start)
            return false;
        if (tokens[start].IsAsked)
            return !IsTagged(tokens, end) && Is(question, claim);
        int[] asked = [.. tokens.Where(token => token.IsAsked).Select(token => token.Sentence).Distinct()];
        return Array.Exists(asked, sentence => AsksOfOwn(question, sentence))
            && !Array.Exists(asked, sentence => !AsksOfOwn(question, sentence) && PointsBack(tokens, sentence));
    }

    // "Who is right?", "so which is it?"
    private static bool PointsBack(ImmutableArray<Token> tokens, int sentence) =>
        tokens.Any(token => token.Sentence == sentence && token.Text is "right" or "correct" or "true" or "wrong" or "which" or "who");

    /// <summary>Whether a sentence that asks names a licence.</summary>
    public static bool AsksOfLicence(Question question) =>
        question.Links.Any(link => link.Subject is Model.Licence && question.Tokens[link.Start].IsAsked);

    private static bool IsTagged(ImmutableArray<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Length && tokens[i].Sentence == tokens[from - 1].Sentence; i++)
        {
            if (tokens[i].Clause != tokens[i - 1].Clause && IsTag(tokens, i))
                return true;
        }

        return Words.Find(tokens, _ => false).Exists(hit => hit.Group == "tags" && hit.Start == from);
    }

    // "Can we use it commercially", "is Grok-1 open too"; but not "which one is it", "is that correct and up to date".
    private static bool AsksOfOwn(Question question, int sentence)
    {
        var tokens = question.Tokens;
        return question.Phrases.Exists(hit => tokens[hit.Start].Sentence == sentence && Array.Exists(Matters, group => group == hit.Group))
            || question.Mentions.Any(mention => tokens[mention.Start].Sentence == sentence)
            || tokens.Any(token => token.Sentence == sentence && token.Text is "use" or "used" or "allowed");
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
