using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>Cuts a message into words and finds the names in it.</summary>
internal sealed class ClaimMessageReader(ReadingParts parts)
{
    private static readonly string[] CueGroups = ["countries", "conditions", "components", "licence_groups", "verdicts"];
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    public ClaimMessage Read(string message, DateOnly today)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var quoted = new List<bool>();
        var (sentence, clause) = (0, 0);
        foreach (var (text, isQuoted) in PropositionClauses.Parts(ClaimSigns.Spell(message)))
        {
            var words = Words.Segment(parts.Lexicon.InLatin(Tokenizer.Split(text)));
            foreach (var word in words)
            {
                tokens.Add(word with { Sentence = word.Sentence + sentence, Clause = word.Clause + clause });
                quoted.Add(isQuoted);
            }

            if (words.IsEmpty)
                continue;
            (sentence, clause) = (tokens[^1].Sentence + 1, tokens[^1].Clause + 1);
        }

        return Create(tokens.ToImmutable(), quoted, today) with
        {
            Rules = parts.Propositions.ReadMessage(message, today),
        };
    }

    private ClaimMessage Create(ImmutableArray<Token> tokens, List<bool> quoted, DateOnly today)
    {
        var links = LinksOf(tokens);
        var found = parts
            .Mentions.Find(tokens, links, [])
            .Where(mention =>
                mention.IsUnknown && !links.Any(link => link.Start < mention.End && mention.Start < link.End && !IsPart(link, mention))
            )
            .ToArray();
        links = links.RemoveAll(link => Array.Exists(found, mention => IsPart(link, mention)));
        var starts = links
            .Select(link => (link.Start, link.End, link.Typed, Link: (EntityLink?)link))
            .Concat(found.Select(mention => (mention.Start, mention.End, mention.Typed, Link: (EntityLink?)null)))
            .OrderBy(name => name.Start)
            .ToArray();
        var units = ImmutableArray.CreateBuilder<ClaimUnit>(tokens.Length * 2);
        var names = ImmutableArray.CreateBuilder<ClaimName>(starts.Length);
        for (var i = 0; i < tokens.Length; )
        {
            var token = tokens[i];
            if (i > 0 && MarkBetween(tokens[i - 1], token) is { } mark)
                units.Add(
                    new ClaimUnit(mark, i, 0, tokens[i - 1].Sentence, tokens[i - 1].Clause)
                    {
                        IsQuoted = quoted[i - 1],
                        IsAsked = tokens[i - 1].IsAsked,
                    }
                );
            var at = Array.FindIndex(starts, name => name.Start <= i && i < name.End);
            if (at < 0)
            {
                units.Add(
                    new ClaimUnit(MaskOf(tokens, i), i, 1, token.Sentence, token.Clause) { IsAsked = token.IsAsked, IsQuoted = quoted[i] }
                );
                i++;
                continue;
            }

            var (_, end, typed, link) = starts[at];
            var kind = ClaimName.KindOf(link);
            names.Add(
                new ClaimName(units.Count, typed, link, kind) { Named = link is null ? null : NamedSubject.Create(link, parts.Facts) }
            );
            units.Add(
                new ClaimUnit(MaskOf(kind), i, end - i, token.Sentence, token.Clause)
                {
                    Name = names.Count - 1,
                    IsAsked = token.IsAsked,
                    IsQuoted = quoted[i],
                }
            );
            i = end;
        }

        bool IsName(int index) => Array.Exists(starts, name => name.Start <= index && index < name.End);
        ImmutableArray<PhraseHit> hits =
        [
            .. Words.Find(tokens, IsName),
            .. parts
                .Cues.Find(tokens, IsName)
                .Where(hit => CueGroups.Contains(hit.Cue.Group))
                .Select(hit => new PhraseHit("cue " + hit.Cue.Group, hit.Cue.Value, hit.Start, hit.Count)),
        ];
        return new ClaimMessage(tokens, units.ToImmutable(), names.ToImmutable(), hits, DatesOf(tokens, IsName, today));
    }

    private static bool IsPart(EntityLink link, Mention mention) => mention.Start <= link.Start && link.End <= mention.End;

    private ImmutableArray<EntityLink> LinksOf(ImmutableArray<Token> tokens)
    {
        // In "according to Meta, Llama 3 is open" the comma parts two names; in "it is Apache-2.0, dev is not" it begins a name.
        var links = parts.Linker.LinkWithoutTypos([.. tokens.Select(token => token with { Sentence = token.Clause })]);
        return SiblingNames.Add(tokens, [.. links.Where(link => !IsOwnerOf(tokens, links, link))], parts.Linker);
    }

    // In "Qwen/Qwen3-32B" the first is the account, in "通义千问 Qwen3" the line.
    private bool IsOwnerOf(ImmutableArray<Token> tokens, IEnumerable<EntityLink> links, EntityLink link) =>
        links.Any(other =>
            other.Start == link.End
            && (
                tokens[other.Start].Joint == '/'
                || tokens[other.Start].Clause == tokens[link.Start].Clause
                    && other.Subject is Release
                    && parts.Facts.FamilyOf(other.Subject) == link.Subject
            )
        );

    // The dates of a text, one after another.
    private ImmutableArray<DatePhrase> DatesOf(ImmutableArray<Token> tokens, Func<int, bool> isName, DateOnly today)
    {
        var found = ImmutableArray.CreateBuilder<DatePhrase>();
        for (var start = 0; start < tokens.Length; )
        {
            var end = start + 1;
            while (end < tokens.Length && tokens[end].Clause == tokens[start].Clause)
                end++;
            var from = start;
            var words = tokens.Slice(from, end - from);
            if (
                words.Any(word => char.IsAsciiDigit(word.Text[^1]) || word.Text is "yesterday" or "week" or "month" or "year" or "ago")
                && parts.Dates.Read(words, parts.Cues.Find(words, index => isName(from + index)), index => isName(from + index), today)
                    is { Period: not null } date
            )
                found.Add(date with { Start = from + date.Start });
            start = end;
        }

        return found.ToImmutable();
    }

    private static string MaskOf(ClaimNameKind kind) =>
        kind switch
        {
            ClaimNameKind.Maker => Masker.Organization,
            ClaimNameKind.Licence => Masker.Licence,
            ClaimNameKind.Unknown => Masker.Unknown,
            _ => Masker.Model,
        };

    private static string? MarkBetween(Token one, Token other) =>
        one.Sentence != other.Sentence
            ? one.IsAsked
                ? "?"
                : "."
            : one.Clause != other.Clause
                ? ","
                : other.Joint == ','
                    ? "·"
                    : null;

    private string MaskOf(ImmutableArray<Token> tokens, int index)
    {
        var token = tokens[index];
        if (token.IsYear)
            return "YEAR";
        if (char.IsAsciiDigit(token.Text[0]))
            return token.IsNumber ? "NUM" : "0" + token.Text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ',');
        return
            parts.Lexicon.Months.ContainsKey(token.Text)
            && (
                index > 0 && char.IsAsciiDigit(tokens[index - 1].Text[0])
                || index + 1 < tokens.Length && char.IsAsciiDigit(tokens[index + 1].Text[0])
            )
            ? "MONTH"
            : token.Text;
    }
}
