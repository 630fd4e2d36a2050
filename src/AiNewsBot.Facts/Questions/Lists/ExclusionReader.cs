using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Lists;

/// <summary>Reads whom a list leaves out: "apart from OLMo", "not from Qwen or DeepSeek".</summary>
internal static class ExclusionReader
{
    public static ImmutableArray<EntityLink> Read(
        ImmutableArray<EntityLink> links,
        ImmutableArray<CueHit> cues,
        ImmutableArray<Token> tokens,
        Lexicon lexicon
    )
    {
        var excluded = ImmutableArray.CreateBuilder<EntityLink>();
        foreach (var link in links.Where(link => link.Subject is not Licence && !link.IsAmbiguous))
        {
            if (
                cues.Any(hit => hit.Cue.Group == "negations" && hit.End <= link.Start && link.Start - hit.End < 2)
                || IsDenied(tokens, link.Start, lexicon)
                || excluded.Count > 0 && IsJoined(tokens, excluded[^1].End, link.Start)
            )
                excluded.Add(link);
        }

        return excluded.ToImmutable();
    }

    private static bool IsDenied(ImmutableArray<Token> tokens, int start, Lexicon lexicon) =>
        start > 0 && lexicon.LeftOut.Contains(tokens[start - 1].Text)
        || start > 1 && tokens[start - 1].Text is "from" or "by" or "of" && lexicon.LeftOut.Contains(tokens[start - 2].Text);

    private static bool IsJoined(ImmutableArray<Token> tokens, int end, int start)
    {
        for (var i = end; i < start; i++)
        {
            if (tokens[i].Text is not ("and" or "or" or "nor" or "the" or "from"))
                return false;
        }

        return true;
    }
}
