using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Names with a slip that what follows makes certain: no word is "mistal", and 7B is a size of Mistral's.</summary>
internal static class SlippedNames
{
    private const int MinLength = 5;
    private const int MaxWords = 4;

    /// <summary>The names, with those that are one slip from that of a line, before a size or version of it.</summary>
    public static ImmutableArray<EntityLink> Add(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, EntityLinker linker)
    {
        var found = links;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (
                IsSlip(tokens[i])
                && tokens[i + 1] is { IsYear: false, IsPercentage: false } behind
                && (behind.IsNumber || NameFeatures.IsSize(behind.Text))
                && behind.Clause == tokens[i].Clause
                && !links.Any(link => link.Start < i + 2 && i < link.End)
                && linker.Link(tokens.Slice(i, Math.Min(MaxWords, tokens.Length - i))).FirstOrDefault()
                    is { Start: 0, Count: >= 2, IsAmbiguous: false, Version: null, Subject: Release } link
            )
                found = found.Add(link with { Start = i, IsTypo = false });
        }

        return found.Length == links.Length ? links : [.. found.OrderBy(link => link.Start)];
    }

    private static bool IsSlip(Token token) =>
        token.Text.Length >= MinLength && token.Raw.All(char.IsAsciiLetter) && CommonEnglishWords.Find(token.Text) == WordClasses.None;
}
