using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>Names that are cut short behind one of the same line: "FLUX schnell is Apache, dev is not".</summary>
internal static class SiblingNames
{
    private const int MaxWords = 5;

    // What says something by itself is no part of a name.
    private static readonly string[] Others = ["carriers", "components", "terms", "licences", "models", "denials"];

    public static ImmutableArray<EntityLink> Add(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, EntityLinker linker)
    {
        if (links.IsEmpty)
            return links;
        var found = links.Select(link => (Link: link, Name: tokens.Slice(link.Start, link.Count))).ToList();
        for (var i = 1; i < tokens.Length; i++)
        {
            if (!Begins(tokens, i) || found.Exists(one => one.Link.Start <= i && i < one.Link.End))
                continue;
            var isNumbered = i + 1 < tokens.Length && tokens[i + 1].IsNumber && tokens[i + 1].Clause == tokens[i].Clause;
            var sibling = found
                .Where(one => one.Link.End <= i && one.Link.Subject is Model.Release)
                .OrderByDescending(one => one.Link.End)
                .Select(before =>
                    Read(tokens, i, isNumbered ? 2 : 1, before.Link, before.Name, linker)
                    ?? Read(tokens, i, isNumbered ? 2 : 1, before.Link, Tokenizer.Split(before.Link.Subject.Name), linker)
                )
                .FirstOrDefault(one => one is not null);
            if (sibling is not null)
                found.Add(sibling.Value);
        }

        return [.. found.Select(one => one.Link).OrderBy(link => link.Start)];
    }

    // At the start of a clause or behind "and" and "the" a name may stand.
    private static bool Begins(ImmutableArray<Token> tokens, int index) =>
        tokens[index].Clause != tokens[index - 1].Clause
        || PropositionWords.Shipped.Is("connectives", tokens[index - 1].Text)
        || PropositionWords.Shipped.Is("determiners", tokens[index - 1].Text)
        || PropositionWords.Shipped.Is("singling", tokens[index - 1].Text);

    private static bool IsVersion(string word) => word.Any(char.IsAsciiDigit) && !NameFeatures.IsSize(word);

    private static (EntityLink, ImmutableArray<Token>)? Read(
        ImmutableArray<Token> tokens,
        int index,
        int words,
        EntityLink before,
        ImmutableArray<Token> nameBefore,
        EntityLinker linker
    )
    {
        var token = tokens[index];
        if (nameBefore.Length > MaxWords || token.IsYear || Others.Any(group => PropositionWords.Shipped.Is(group, token.Text)))
            return null;
        for (var count = nameBefore.Length; count >= 1; count--)
        {
            // "The 32B" behind Llama 3.3 70B is of Llama 3.3, and of no other Llama.
            if (NameFeatures.IsSize(token.Text) && count < nameBefore.Length && IsVersion(nameBefore[count].Text))
                return null;
            ImmutableArray<Token> name =
            [
                .. nameBefore
                    .Take(count)
                    .Append(token with { Joint = ' ' })
                    .Concat(tokens.Slice(index + 1, words - 1))
                    .Select(word => word with { Sentence = 0, Clause = 0 }),
            ];
            if (
                linker.LinkWithoutTypos(name).ToArray() is [{ Version: null, Start: 0 } link]
                && link.Count == name.Length
                && link.Subject != before.Subject
            )
                return (link with { Start = index, Count = words, Typed = string.Join(' ', name.Select(word => word.Raw)) }, name);
        }

        return null;
    }
}
