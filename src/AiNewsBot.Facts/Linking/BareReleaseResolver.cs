using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>
/// Finds releases that are named by the ends of their names: "kimi k2.5 was, but k3", "flux dev, schnell and pro", and R1 alone, where one
/// family only has a release of that name.
/// </summary>
internal sealed class BareReleaseResolver(NameIndex names, Lexicon lexicon)
{
    private const int MaxEndLength = 4;

    /// <summary>Adds what is found to the names that are written in full.</summary>
    /// <param name="tokens">The words of the text.</param>
    /// <param name="links">The names, in order.</param>
    /// <param name="otherName">How many words from a place on name something else.</param>
    public void Add(ImmutableArray<Token> tokens, List<EntityLink> links, Func<ImmutableArray<Token>, int, int> otherName)
    {
        // A name that only one family has tells which family the others are of: "M2, M2.5 and M3".
        for (var pass = 0; pass < 2; pass++)
        {
            for (var at = 0; at < tokens.Length; at++)
            {
                if (links.Exists(link => link.Start <= at && at < link.End) || otherName(tokens, at) > 0)
                    continue;
                var (release, count) =
                    FindContinued(tokens, at, links) is { Release: not null } continued ? continued
                    : IsGluedTogether(tokens, at) ? (null, 0)
                    : (
                        FindListed(tokens, at, links)
                            ?? FindVersion(tokens, at, links)
                            ?? FindSize(tokens, at, links)
                            ?? FindAlone(tokens, at, links),
                        1
                    );
                if (release is null)
                    continue;
                links.Add(new EntityLink([release], at, count, EntityLinker.Raw(tokens, at, count), false, null));
                links.Sort((one, other) => one.Start.CompareTo(other.Start));
            }
        }
    }

    // "Flux dev, schnell and pro": what comes directly behind the last, joined to it, ends another name that begins alike.
    private Release? FindListed(ImmutableArray<Token> tokens, int at, List<EntityLink> links)
    {
        var isJoined = tokens[at].Joint is ',' or '/' or '&';
        var end =
            at > 0 && SiblingReleaseResolver.IsJoining(tokens[at - 1].Text) ? at - 1
            : isJoined ? at
            : -1;
        if (
            end < 0
            || tokens[at].IsYear
            || lexicon.CuesFrom(tokens[at].Text).Any(cue => cue is { Group: "components", Words.Length: 1 })
            || end < at && tokens[end].Sentence != tokens[Math.Max(0, end - 1)].Sentence && !EndsSentence(tokens, at)
            || links.Find(link => link.End == end && link.Subject is Release) is not { IsAmbiguous: false, Version: null } last
        )
            return null;
        foreach (
            var link in links.Where(link =>
                link.End <= end && link.Subject is Release && names.FamilyOf(link.Subject) == names.FamilyOf(last.Subject)
            )
        )
        {
            var head = string.Concat(tokens.Skip(link.Start).Take(link.Count - 1).Select(token => token.Text));
            if (
                head.Length > 1
                && names.Find(head + tokens[at].Text) is [Release found]
                && names.FamilyOf(found) == names.FamilyOf(last.Subject)
            )
                return found;
        }

        return null;
    }

    // "FLUX 2 klein 9B, klein 4B", "V3.2 or V3.2-Exp": the end of another name that continues from a word of the one before.
    private (Release? Release, int Count) FindContinued(ImmutableArray<Token> tokens, int at, List<EntityLink> links)
    {
        if (lexicon.Knows(tokens[at].Text))
            return (null, 0);
        foreach (var link in links)
        {
            if (link is not { IsAmbiguous: false, Version: null, Subject: Release } || link.Start == at)
                continue;
            for (var word = link.Start + 1; word < link.End; word++)
            {
                if (tokens[word].Text != tokens[at].Text)
                    continue;
                var head = string.Concat(tokens.Skip(link.Start).Take(word - link.Start).Select(token => token.Text));
                for (var count = Math.Min(MaxEndLength, tokens.Length - at); count > 0; count--)
                {
                    if (
                        links.Exists(other => other.Start < at + count && at < other.End)
                        || tokens[at + count - 1].Sentence != tokens[at].Sentence
                    )
                        continue;
                    var key = head + string.Concat(tokens.Skip(at).Take(count).Select(token => token.Text));
                    if (
                        names.Find(key) is [Release found]
                        && found != link.Subject
                        && names.FamilyOf(found) == names.FamilyOf(link.Subject)
                    )
                        return (found, count);
                }
            }
        }

        return (null, 0);
    }

    // "CogVideoX-5B: commercial registration required? And the 2B?", "Qwen1.5 …, may I ship the 0.5B?"
    private Release? FindSize(ImmutableArray<Token> tokens, int at, List<EntityLink> links)
    {
        var isSize = NameFeatures.IsSize(tokens[at].Text);
        if (at == 0 || !(isSize ? IsNamedBySize(tokens, at) : IsNamedByWord(tokens, at)))
            return null;
        var isPointed = !isSize || tokens[at - 1].Text is "the" or "both" || at > 1 && links.Exists(link => link.End == at - 1);
        Release[] found =
        [
            .. links
                .Where(link => link is { IsAmbiguous: false, IsTypo: false, Version: null, Subject.IsModel: true } && link.End <= at)
                .Select(link => (link.Start, link.End, Size: SizeIn(tokens, link)))
                .Where(named => named.Size > named.Start && (isPointed || named.Size < named.End))
                .Select(named =>
                    string.Concat(tokens.Skip(named.Start).Take(named.Size - named.Start).Select(token => token.Text)) + tokens[at].Text
                )
                .Distinct()
                .Select(key => names.Find(key))
                .Where(views => views is [Release])
                .Select(views => (Release)views[0])
                .Distinct(),
        ];
        return found is [var only] ? only : null;
    }

    private static bool IsNamedBySize(ImmutableArray<Token> tokens, int at) =>
        tokens[at - 1].Text is "the" or "and" or "or" or "vs" or "but" or "while" or "whereas" or "both";

    // "The small one", "they say small is Apache"
    private bool IsNamedByWord(ImmutableArray<Token> tokens, int at) =>
        lexicon.Products.GetValueOrDefault(tokens[at].Text) == NameSuffixParser.Size
        && tokens[at].Joint == ' '
        && tokens[at - 1].Text is "the" or "and" or "or" or "both" or "only" or "says" or "said" or "say" or "that"
        && (
            at + 1 == tokens.Length
            || tokens[at + 1].Text is "one" or "ones" or "is" or "are" or "model" or "version" or "variant" or "checkpoint"
        );

    // The index of the last size within a name, as in "Llama 3.2 11B Vision"; behind the name where it has none.
    private static int SizeIn(ImmutableArray<Token> tokens, EntityLink link)
    {
        var at = link.End - 1;
        while (at >= link.Start && !NameFeatures.IsSize(tokens[at].Text))
            at--;
        return at < link.Start ? link.End : at;
    }

    // "GLM-5.2 was free software, why is 5.3 not"
    private Release? FindVersion(ImmutableArray<Token> tokens, int at, List<EntityLink> links)
    {
        if (
            !tokens[at].IsNumber
            || !tokens[at].Text.Contains('.', StringComparison.Ordinal)
            || tokens[at].IsDottedDate
            || IsAmount(tokens, at)
        )
            return null;
        Release[] found =
        [
            .. links
                .Select(link => SiblingReleaseResolver.PrefixOf(tokens, link))
                .OfType<string>()
                .Distinct()
                .Select(prefix => names.Find(prefix + tokens[at].Text))
                .Where(views => views is [Release])
                .Select(views => (Release)views[0])
                .Distinct(),
        ];
        return found is [var only] ? only : null;
    }

    // R1, K2, M2.5: of a family that is named beside it, else of the only one that has it.
    private Release? FindAlone(ImmutableArray<Token> tokens, int at, List<EntityLink> links)
    {
        if (names.ReleasesEnding(tokens[at].Text) is not { IsEmpty: false } all)
            return null;
        // In "Skywork R1" the two are one name, in "Kimi K2 or R1" each is one of its own.
        var isBeside = links.Exists(link =>
            link.Subject.Subject.Kind is SubjectKind.Family or SubjectKind.Release or SubjectKind.Organization
            && (
                link.End == at && tokens[at].Joint == ' '
                || link.End == at - 1 && IsOwning(tokens[at - 1].Text)
                || link.Start == at + 1 && tokens[at + 1].Joint == ' '
            )
        );
        Release[] own =
        [
            .. all.Where(release =>
                links.Exists(link =>
                    names.FamilyOf(release) is { } family
                    && (family == link.Subject || family == names.FamilyOf(link.Subject) || family.Subject.Parent == link.Subject.Id)
                )
            ),
        ];
        if (own is [var known])
            return known;
        return
            !isBeside
            && all is [var only]
            && tokens[at].Text[0] != 'v'
            && IsFree(tokens, at - 1, links)
            && IsFree(tokens, at + 1, links)
            && !IsOther(tokens, at)
            ? only
            : null;
    }

    // "Kimi has R1" is asked of Kimi.
    private static bool IsOwning(string text) => text is "has" or "have" or "had" or "made" or "makes" or "released";

    // A rabbit R1 and an R1 Zero are others.
    private bool IsFree(ImmutableArray<Token> tokens, int at, List<EntityLink> links) =>
        at < 0
        || at >= tokens.Length
        || lexicon.Knows(tokens[at].Text)
        || !names.ReleasesEnding(tokens[at].Text).IsEmpty
        || links.Exists(link => link.Start <= at && at < link.End);

    // "On my M2": what is owned or used is a machine.
    private static bool IsMachine(string text) => text is "my" or "our" or "your" or "an" or "on";

    private bool IsOther(ImmutableArray<Token> tokens, int at) =>
        at > 0 && IsMachine(tokens[at - 1].Text)
        || at + 1 < tokens.Length
            && tokens[at + 1].Joint == ' '
            && (tokens[at + 1].IsNumber && !tokens[at + 1].IsYear || lexicon.ProductOf(tokens[at + 1].Text) is not null);

    // Of "grok-1. And 2?" the second asks of Grok-2, of "grok-1. And 2 of my friends" it does not.
    private static bool EndsSentence(ImmutableArray<Token> tokens, int at) =>
        at + 1 >= tokens.Length || tokens[at + 1].Sentence != tokens[at].Sentence;

    private static bool IsGluedTogether(ImmutableArray<Token> tokens, int at) =>
        tokens[at].IsAttached || at + 1 < tokens.Length && tokens[at + 1].IsAttached;

    private static bool IsAmount(ImmutableArray<Token> tokens, int at) =>
        tokens[at].IsPercentage
        || at + 1 < tokens.Length && (Quantities.IsCounted(tokens[at + 1].Text) || tokens[at + 1].Text is "b" or "gb");
}
