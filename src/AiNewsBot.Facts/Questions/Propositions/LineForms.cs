using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Forms of a line that is named once, each by the end of its name: "FLUX for beginners: schnell = Apache, dev = non-commercial",
/// "I like Jamba, and the 1.5 Large is open".</summary>
internal static class LineForms
{
    private const int MaxWords = 2;
    private const int MaxToldDistance = 3;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    // What says something by itself is no part of a name.
    private static readonly string[] Others = ["carriers", "components", "terms", "licences", "models", "denials", "connectives"];

    /// <summary>The names, with those forms.</summary>
    public static ImmutableArray<EntityLink> Add(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        EntityLinker linker,
        FactBase facts
    )
    {
        var found = links;
        if (!links.Any(link => link.Subject.Subject.Kind == SubjectKind.Family))
            return links;
        var told = Words.Find(tokens, index => IsNamed(links, index)).Where(hit => hit.Group is "terms" or "denials").ToArray();
        for (var i = 1; i < tokens.Length; i++)
        {
            if (Begins(tokens, i) && !IsNamed(found, i) && Read(tokens, i, found, told, linker, facts) is { } form)
                found = [.. found.Add(form).OrderBy(link => link.Start)];
        }

        return found;
    }

    private static EntityLink? Read(
        ImmutableArray<Token> tokens,
        int index,
        ImmutableArray<EntityLink> links,
        PhraseHit[] told,
        EntityLinker linker,
        FactBase facts
    )
    {
        if (
            tokens[index].IsYear
            || Array.Exists(Others, group => Words.Is(group, tokens[index].Text))
            || LineBefore(tokens, links, index, facts) is not { } line
        )
            return null;
        for (var count = MaxWords; count > 0; count--)
        {
            if (index + count > tokens.Length || IsNamed(links, index + count - 1) || !IsTold(tokens, index, index + count, links, told))
                continue;
            ImmutableArray<Token> name =
            [
                .. tokens
                    .Slice(line.Start, line.Count)
                    .Append(tokens[index] with { Joint = ' ' })
                    .Concat(tokens.Slice(index + 1, count - 1))
                    .Select(word => word with { Sentence = 0, Clause = 0 }),
            ];
            if (
                linker.LinkWithoutTypos(name) is [{ Start: 0, IsAmbiguous: false, Version: null, Subject: Release } link]
                && link.Count == name.Length
            )
                return link with { Start = index, Count = count };
        }

        return null;
    }

    // The line of the model that was named last, where that is named by itself, too; what is in brackets is named beside.
    private static EntityLink? LineBefore(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, int index, FactBase facts)
    {
        var named = links
            .Where(link => link.End <= index && (tokens[link.Start].Bracket == 0 || tokens[link.Start].Bracket == tokens[index].Bracket))
            .ToArray();
        return
            Array.FindLast(named, link => link.Subject.IsModel) is { IsAmbiguous: false } last
            && (last.Subject.Subject.Kind == SubjectKind.Family ? last.Subject : facts.FamilyOf(last.Subject)) is { } family
            ? Array.FindLast(named, link => link is { IsAmbiguous: false, Version: null } && link.Subject == family)
            : null;
    }

    private static bool Begins(ImmutableArray<Token> tokens, int index) =>
        !tokens[index].IsAttached && (tokens[index].Clause != tokens[index - 1].Clause || tokens[index - 1].Text == "the");

    private static bool IsNamed(ImmutableArray<EntityLink> links, int index) => links.Any(link => link.Start <= index && index < link.End);

    // Right behind it something is said: "is …", "= Apache", ": closed"; or another is so, too: "like the 40B".
    private static bool IsTold(ImmutableArray<Token> tokens, int start, int end, ImmutableArray<EntityLink> links, PhraseHit[] told) =>
        start > 1 && tokens[start - 1].Text == "the" && Words.Is("comparing", tokens[start - 2].Text)
        || end < tokens.Length
            && tokens[end].Sentence == tokens[start].Sentence
            && !tokens[end].IsAttached
            && (tokens[end].Joint == ' ' ? IsVerb(tokens[end]) : tokens[end].Joint == ',' && IsToldFrom(end, links, told));

    private static bool IsVerb(Token token) => Words.Is("copulas", token.Text) || Words.Is("auxiliaries", token.Text);

    private static bool IsToldFrom(int from, ImmutableArray<EntityLink> links, PhraseHit[] told) =>
        links.Any(link => link.Subject is Licence && link.Start >= from && link.Start < from + MaxToldDistance)
        || Array.Exists(told, hit => hit.Start >= from && hit.Start < from + MaxToldDistance);
}
