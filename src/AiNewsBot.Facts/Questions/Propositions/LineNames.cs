using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>
/// A line of models and its releases in one message: R1 behind a word that no list of words has, and DeepSeek where R1 is the only one of
/// it that is named and nothing else is said of that.
/// </summary>
internal static class LineNames
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private const int MaxToldDistance = 2;

    // What says something of a name.
    private static readonly string[] Telling = ["terms", "components", "commercial", "conditions", "released", "made_by", "bases"];

    /// <summary>The names, with those that are cut short, and each line as what is meant by it.</summary>
    public static ImmutableArray<EntityLink> Add(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        EntityLinker linker,
        FactBase facts
    )
    {
        var numbered = WithNumbers(tokens, WithVersions(tokens, SlippedNames.Add(tokens, links, linker), linker), linker);
        var all = LineForms.Add(tokens, WithSizes(tokens, numbered, facts), linker, facts);
        return [.. all.Select(link => MeantBy(link, tokens, all, facts))];
    }

    // "Tried r1 again", "R1 distills": a version that one family only has, among plain words.
    private static ImmutableArray<EntityLink> WithVersions(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        EntityLinker linker
    )
    {
        var found = links;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                tokens[i].Text is not [>= 'a' and <= 'z', >= '0' and <= '9', ..]
                || tokens[i].Text[0] == 'v'
                || links.Any(link => link.Start <= i && i < link.End)
                || !IsFree(tokens, i)
                || i > 0 && (Words.Is("owners", tokens[i - 1].Text) || tokens[i - 1].Text is "an" or "on")
                || linker.LinkWithoutTypos([tokens[i]]) is not [{ IsAmbiguous: false, Version: null, Subject: Release } link]
            )
                continue;
            found = found.Add(link with { Start = i });
        }

        return found.Length == links.Length ? links : [.. found.OrderBy(link => link.Start)];
    }

    // "Mistral cheat sheet: 7b apache", "SD: 1.5 = OpenRAIL-M": a size or version of the line above, with a licence behind it.
    private static ImmutableArray<EntityLink> WithNumbers(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        EntityLinker linker
    )
    {
        var found = links;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (
                tokens[i].Clause == tokens[i - 1].Clause
                || !NameFeatures.IsSize(tokens[i].Text) && !(tokens[i].IsNumber && tokens[i].Text.Contains('.', StringComparison.Ordinal))
                || links.Any(link => link.Start <= i && i < link.End)
                || !IsTold(tokens, i + 1, links)
                || links.LastOrDefault(link => link.End <= i && link is { IsAmbiguous: false, Subject.Subject.Kind: SubjectKind.Family })
                    is not { } line
            )
                continue;
            ImmutableArray<Token> name =
            [
                .. tokens
                    .Slice(line.Start, line.Count)
                    .Append(tokens[i] with { Joint = ' ' })
                    .Select(word => word with { Sentence = 0, Clause = 0 }),
            ];
            if (
                linker.LinkWithoutTypos(name) is [{ Start: 0, IsAmbiguous: false, Version: null, Subject: Release } link]
                && link.Count == name.Length
            )
                found = found.Add(link with { Start = i, Count = 1 });
        }

        return found.Length == links.Length ? links : [.. found.OrderBy(link => link.Start)];
    }

    private static bool IsTold(ImmutableArray<Token> tokens, int from, ImmutableArray<EntityLink> links) =>
        PropositionClause
            .Between(from, Math.Min(from + MaxToldDistance, tokens.Length))
            .Any(index =>
                tokens[index].Clause == tokens[from - 1].Clause
                && (links.Any(link => link.Subject is Licence && link.Start == index) || Words.Is("terms", tokens[index].Text))
            );

    // "R1 distills: the 70b is …", "and the distill 70b is …": a size of the release before, where that has one variant of it.
    private static ImmutableArray<EntityLink> WithSizes(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, FactBase facts)
    {
        var found = links;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (!NameFeatures.IsSize(tokens[i].Text) || links.Any(link => link.Start <= i && i < link.End))
                continue;
            var kind = i > 1 && tokens[i - 2].Text == "the" ? tokens[i - 1].Text : null;
            if ((tokens[i - 1].Text == "the" || kind is not null) && SizeBefore(i, links, tokens[i].Text, kind, facts) is { } variant)
                found = found.Add(
                    kind is null
                        ? new EntityLink([variant], i, 1, tokens[i].Raw, false, null)
                        : new EntityLink([variant], i - 1, 2, $"{tokens[i - 1].Raw} {tokens[i].Raw}", false, null)
                );
        }

        return found.Length == links.Length ? links : [.. found.OrderBy(link => link.Start)];
    }

    // Of the last release before that has one: the base that was named since has none.
    private static Release? SizeBefore(int index, ImmutableArray<EntityLink> links, string size, string? kind, FactBase facts) =>
        links
            .Where(link => link.End < index && link is { IsAmbiguous: false, Version: null, Subject: Release })
            .Reverse()
            .Select(link => (Release)link.Subject)
            .Select(whole => facts.VariantsOf(whole).Where(release => IsSizeOf(release, whole, size) && IsCalled(release, kind)).ToArray())
            .FirstOrDefault(variants => variants.Length > 0)
            is [var variant]
            ? variant
            : null;

    private static bool IsCalled(Release variant, string? kind) =>
        kind is null || Tokenizer.Split(variant.Name).Any(word => word.Text == kind);

    private static bool IsSizeOf(Release variant, Release whole, string size) =>
        variant.Name.StartsWith(whole.Name, StringComparison.OrdinalIgnoreCase)
        && variant.Name.EndsWith($"-{size}", StringComparison.OrdinalIgnoreCase);

    private static bool IsFree(ImmutableArray<Token> tokens, int index) =>
        !tokens[index].IsAttached
        && (index == 0 || tokens[index].Joint == ',' || IsWord(tokens[index - 1].Text))
        && (
            index + 1 == tokens.Length || tokens[index + 1].Joint == ',' || !tokens[index + 1].IsAttached && IsWord(tokens[index + 1].Text)
        );

    private static bool IsWord(string text) =>
        CommonEnglishWords.Find(text) != 0
        || text is [.., 'e', 'd'] && (CommonEnglishWords.Find(text.AsSpan(0, text.Length - 2)) & WordClasses.Verb) != 0
        || text is [.., 's' or 'd'] && (CommonEnglishWords.Find(text.AsSpan(0, text.Length - 1)) & WordClasses.Verb) != 0;

    // "DeepSeek isn't open source. Am I right about R1?"
    private static EntityLink MeantBy(EntityLink line, ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, FactBase facts)
    {
        if (line is not { IsAmbiguous: false, Version: null, Subject.Subject.Kind: SubjectKind.Family })
            return line;
        var named = links.Where(link => link.Subject is Release && facts.FamilyOf(link.Subject) == line.Subject).ToArray();
        return
            facts.OnlyReleaseOf(line.Subject, named) is { } one
            && named.All(link =>
                link is { IsAmbiguous: false, Version: null }
                && tokens[link.Start].Sentence > tokens[line.Start].Sentence
                && !IsSpokenOf(tokens, link, links)
            )
            ? line with
            {
                Candidates = [one],
            }
            : line;
    }

    private static bool IsSpokenOf(ImmutableArray<Token> tokens, EntityLink link, ImmutableArray<EntityLink> links)
    {
        var sentence = tokens[link.Start].Sentence;
        return links.Any(other => other.Subject is Licence && tokens[other.Start].Sentence == sentence)
            || Words
                .Find(tokens, _ => false)
                .Exists(hit => tokens[hit.Start].Sentence == sentence && Array.IndexOf(Telling, hit.Group) >= 0);
    }
}
