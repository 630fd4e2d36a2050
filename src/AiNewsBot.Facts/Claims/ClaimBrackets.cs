using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Claims;

/// <summary>What is said in brackets, and of which names; and which names are only in brackets.</summary>
internal sealed class ClaimBrackets(ClaimMessage text, bool[] objects, FactBase facts)
{
    /// <summary>Whether a name is that of a model, a known or an unknown one.</summary>
    public static bool IsModel(EntityLink link) => link.Subject.IsModel || link.Subject.Id == UnknownName.Id;

    /// <summary>Whether a name is in brackets behind another model, and something is said outside of them: "Zephyr (Mistral 7B under the
    /// hood) is MIT"; but not "DeepSeek's reasoning model (R1) is MIT".</summary>
    public bool IsAside(EntityLink link, ClaimCandidate candidate)
    {
        var bracket = BracketOf(link.Start);
        return bracket > 0
            && (BracketOf(candidate.Start) != bracket || !text.IsSameSentence(link.Start, candidate.Start))
            && text.Names.Any(other =>
                other.End <= link.Start
                && BracketOf(other.Start) == 0
                && text.IsSameSentence(other.Start, link.Start)
                && IsModel(other)
                && facts.FamilyOf(link.Subject) != facts.FamilyOf(other.Subject)
            );
    }

    /// <summary>Indices of the names right before the brackets that a candidate is in; none where a model is named within them before
    /// it.</summary>
    public List<int> HeadOf(ClaimCandidate candidate)
    {
        var head = new List<int>();
        if (BracketOf(candidate.Start) is not (> 0 and var bracket))
            return head;
        var open = candidate.Start;
        while (open > 0 && BracketOf(open - 1) == bracket && text.IsSameSentence(open - 1, open))
            open--;
        for (var i = text.Names.Length - 1; i >= 0; i--)
        {
            var link = text.Names[i];
            if (link.Start >= candidate.Start || !IsModel(link) || link.Start >= open && IsBase(link))
                continue;
            if (link.Start >= open || !text.IsSameSentence(link.Start, open) || link.Subject == UnknownName.Other)
                break;
            if (BracketOf(link.Start) > 0)
                continue;

            // In "a finetune of Llama 3 (so no Apache)" the words must tell which of the two is meant.
            if (objects[i])
                return IsOne(candidate) ? [i] : [];
            if (head.Count > 0 && !IsListed(link.End, text.Names[head[^1]].Start))
                break;
            head.Add(i);
        }

        return head;
    }

    // "A finetune of Llama (the noncommercial one)"
    private bool IsOne(ClaimCandidate candidate) =>
        candidate.End < text.Tokens.Length
        && BracketOf(candidate.End) == BracketOf(candidate.Start)
        && text.Tokens[candidate.End].Text is "one" or "ones";

    private bool IsBase(EntityLink link) => PropositionBases.IsBase(text.Clauses[text.ClauseAt(link.Start)], link);

    private bool IsListed(int begin, int end) =>
        PropositionClause
            .Between(begin, end)
            .All(index => text.NameAt(index) >= 0 || PropositionWords.Shipped.Is("connectives", text.Tokens[index].Text));

    private int BracketOf(int index) => text.Tokens[index].Bracket;
}
