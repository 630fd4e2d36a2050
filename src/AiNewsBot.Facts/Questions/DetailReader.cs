using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads which detail of a model is asked for by how the question is built: "how big is NAME", "is NAME a vision model". What is
/// asked in whole sentences beside it is read as ever.</summary>
internal static class DetailReader
{
    /// <summary>The number of parameters.</summary>
    public const string Size = "number of parameters";

    /// <summary>What a model reads and writes.</summary>
    public const string Modality = "modality";

    private const string Parts = "other_parts";
    private const string Details = "details";
    private const string Modalities = "modalities";

    /// <summary>What is asked for that is no component; null for none.</summary>
    public static string? Part(QuestionParts parts, ImmutableArray<EntityLink> links) =>
        parts.Cues.Where(hit => hit.Cue.Group == Parts && !IsWay(parts, hit)).Select(hit => hit.Cue.Value).FirstOrDefault()
        ?? parts
            .Cues.Where(hit => hit.Cue.Group == Details && (hit.Cue.Value != Size || IsOfName(parts, hit, links)))
            .Select(hit => hit.Cue.Value)
            .FirstOrDefault();

    // "Locked behind an API" says how it can be had, and asks nothing of the interface.
    private static bool IsWay(QuestionParts parts, CueHit hit)
    {
        var before = hit.Start - 1;
        if (before > 0 && parts.Tokens[before].Text is "a" or "an" or "the" or "their" or "its")
            before--;
        return before >= 0 && parts.Tokens[before].Text is "behind" or "via" or "through" or "over";
    }

    /// <summary>The word of the modality of which it is asked whether a model is of that: "is NAME a vision model", "is NAME
    /// multimodal"; null where the question says more, or another thing.</summary>
    public static CueHit? AskedKind(QuestionParts parts, ImmutableArray<EntityLink> links)
    {
        if (parts.Tokens.IsEmpty || parts.Tokens[0].Text is not ("is" or "are") || links is not [{ Subject: not Licence } link])
            return null;
        var kinds = parts.Cues.Where(hit => hit.Cue.Group == Modalities && hit.Start > link.Start).ToArray();
        return
            kinds.Length > 0
            && Enumerable
                .Range(1, parts.Tokens.Length - 1)
                .All(index =>
                    link.Start <= index && index < link.End
                    || kinds.Any(hit => hit.Start <= index && index < hit.End)
                    || IsFiller(parts.Tokens[index])
                )
            ? kinds[0]
            : null;
    }

    private static bool IsFiller(Token token) =>
        token.Text is "a" or "an" or "the" or "model" or "models" or "ai" or "also" or "natively" or "really" or "actually";

    // "How big is the context of it" asks for no parameters: words between that name something else are asked about, and not the model.
    private static bool IsOfName(QuestionParts parts, CueHit hit, ImmutableArray<EntityLink> links) =>
        links.FirstOrDefault(link => link.Start >= hit.End) is { } link
        && Enumerable
            .Range(hit.End, link.Start - hit.End)
            .All(index => parts.Tokens[index].Text is "the" or "a" or "model" or "of" or "is" or "are" or "does" or "do");
}
