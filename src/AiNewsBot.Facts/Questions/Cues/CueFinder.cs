using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Cues;

/// <summary>Finds the cues of a question; within a group the longest at each place wins, so that "open weights" is no "weights".</summary>
internal sealed class CueFinder(Lexicon lexicon)
{
    private const int MaxGap = 3;

    /// <summary>The cues outside of the words that name something.</summary>
    /// <param name="tokens">The words of the question.</param>
    /// <param name="isName">Whether a word is part of a name.</param>
    public ImmutableArray<CueHit> Find(ImmutableArray<Token> tokens, Func<int, bool> isName)
    {
        var hits = new List<CueHit>();
        for (var start = 0; start < tokens.Length; start++)
        {
            if (isName(start))
                continue;
            AddUnspaced(tokens[start].Text, start, hits);
            foreach (var cue in lexicon.CuesFrom(tokens[start].Text))
            {
                if (Length(cue.Words, tokens, start, isName) is { } count)
                    hits.Add(new CueHit(cue, start, count));
            }
        }

        var kept = ImmutableArray.CreateBuilder<CueHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (!IsCoveredByAny(hit, hits) && !AsksForNoun(hit, hits, tokens))
                kept.Add(hit);
        }

        return kept.DrainToImmutable();
    }

    private static bool IsCoveredByAny(CueHit hit, List<CueHit> hits)
    {
        foreach (var other in hits)
        {
            if (IsCovered(hit, other))
                return true;
        }

        return false;
    }

    private void AddUnspaced(string word, int index, List<CueHit> hits)
    {
        if (!Tokenizer.IsCjk(word[0]))
            return;
        foreach (var cue in lexicon.UnspacedCues)
        {
            if (word.Contains(cue.Words[0], StringComparison.Ordinal))
                hits.Add(new CueHit(cue, index, 1));
        }
    }

    // A longer cue takes the words of a shorter one, save where they are of groups that narrow a list rather than say what is asked.
    private static bool IsCovered(CueHit hit, CueHit other) =>
        other.Count > hit.Count
        && other.Start <= hit.Start
        && hit.End <= other.End
        && !other.Cue.Words.Contains("*")
        && (Kind(hit.Cue) == Kind(other.Cue) || other.Cue.Group == "other_parts");

    // "What licence do the Qwen models have" asks for the licence, "what lab trained the Granite models" for the lab, not for models.
    private static bool AsksForNoun(CueHit hit, List<CueHit> hits, ImmutableArray<Token> tokens) =>
        hit.Cue.Value == "list"
        && hit.Cue.Words.Length > 1
        && hit.Cue.Words[1] == "*"
        && (
            !tokens[hit.Start + 1].Text.EndsWith('d')
                && hits.Exists(other => other.Start == hit.Start + 1 && other.Cue is { Group: "cues", Value: "licence" or "restrictions" })
            || hits.Exists(other => other.Start == hit.Start && other.Cue is { Group: "cues", Value: "maker", Words.Length: > 1 })
        );

    private static int Kind(Cue cue) =>
        cue.Group switch
        {
            "cues" or "components" => 0,
            "dates" => 1,
            "verdicts" => 2,
            "modalities" => 3,
            "countries" => 4,
            "conditions" => 5,
            "licence_groups" => 6,
            "not_named_before" or "not_named_behind" or "greetings" => 7,
            _ => 8,
        };

    private static int? Length(ImmutableArray<string> words, ImmutableArray<Token> tokens, int start, Func<int, bool> isName)
    {
        var at = start;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "*")
            {
                var gap = 0;
                for (; at < tokens.Length && tokens[at].Text != words[i + 1]; at++)
                    gap += isName(at) ? 0 : 1;
                if (gap > MaxGap || at >= tokens.Length)
                    return null;
                continue;
            }

            // "which qwen models": what a * matches may be a name, and extend into the next word.
            if (
                at >= tokens.Length
                || tokens[at].Text != words[i]
                || isName(at) && !words.Contains("*")
                || tokens[at].Sentence != tokens[start].Sentence
            )
                return null;
            at++;
        }

        return at - start;
    }
}
