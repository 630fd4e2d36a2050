using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Finds the release that a family's name means with its age in front: "the original LLaMA", "newest qwen". The dates of the facts
/// tell which it is.</summary>
internal sealed class ReleaseAgeResolver(NameIndex names, Lexicon lexicon)
{
    /// <summary>Puts the releases that are meant in the places of the families.</summary>
    public void Resolve(ImmutableArray<Token> tokens, List<EntityLink> links)
    {
        for (var i = 0; i < links.Count; i++)
        {
            if (Find(tokens, links[i]) is { } found)
                links[i] = found;
        }
    }

    private EntityLink? Find(ImmutableArray<Token> tokens, EntityLink link)
    {
        if (link is { Start: > 0, Subject: Licence })
            link = OfLicence(tokens, link);
        if (
            link is not { IsAmbiguous: false, Version: null, Start: > 0, Subject.Subject.Kind: SubjectKind.Family }
            || IsOfSeveral(tokens, link)
        )
            return null;
        var before = link.Start - 1;
        if (
            tokens[before].Sentence != tokens[link.Start].Sentence
            || tokens[link.Start].Joint != ' '
            || AgeOf(tokens, before) is not { } isNewest
        )
            return null;
        Release[] releases = [.. names.ReleasesOf(link.Subject).Where(release => release.Whole is null)];
        return releases.Length == 0
            ? null
            : new EntityLink(
                [isNewest ? releases[0] : releases[^1]],
                before,
                link.Count + 1,
                EntityLinker.Raw(tokens, before, link.Count + 1),
                false,
                null
            );
    }

    // "The newest Qwen licence" is that of the newest Qwen.
    private EntityLink OfLicence(ImmutableArray<Token> tokens, EntityLink link)
    {
        for (var count = link.Count - 1; count > 0; count--)
        {
            if (
                names.Find(string.Concat(tokens.Skip(link.Start).Take(count).Select(token => token.Text)))
                is [{ Subject.Kind: SubjectKind.Family } family]
            )
                return new EntityLink([family], link.Start, count, EntityLinker.Raw(tokens, link.Start, count), false, null);
        }

        return link;
    }

    // "The first Llama" is the oldest; in "who first built Llama" none is meant.
    private bool? AgeOf(ImmutableArray<Token> tokens, int index)
    {
        foreach (var cue in lexicon.CuesFrom(tokens[index].Text))
        {
            if (cue is { Group: "ages", Words.Length: 1 })
                return cue.Value == "newest";
        }

        // "First LLaMA is GPL, no?" leaves the article out.
        if (index == 0 && tokens[0].Text == "first")
            return false;
        return index > 0 && lexicon.CuesFrom(tokens[index - 1].Text).Any(cue => cue.Group == "ages" && IsHere(cue, tokens, index - 1))
            ? false
            : null;
    }

    private static bool IsHere(Cue cue, ImmutableArray<Token> tokens, int start) =>
        cue.Words.Length == 2 && tokens[start + 1].Text == cue.Words[1];

    // "The latest Qwen models", "the latest Grok news"
    private bool IsOfSeveral(ImmutableArray<Token> tokens, EntityLink link) =>
        link.End < tokens.Length
        && tokens[link.End].Sentence == tokens[link.Start].Sentence
        && (
            lexicon.CuesFrom(tokens[link.End].Text).Any(cue => cue is { Group: "variants", Words: [[.., 's']] })
            || lexicon.CuesFrom(tokens[link.End].Text).Any(cue => cue is { Group: "cues", Value: "news", Words.Length: 1 })
        );
}
