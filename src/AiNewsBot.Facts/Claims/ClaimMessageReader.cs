using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>Reads the words, names and clauses of a message through all of its parts, quoted ones among them.</summary>
internal sealed partial class ClaimMessageReader(QuestionReader reader, ClaimPhrases phrases)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The message as claims are read from it.</summary>
    public ClaimMessage Read(string message, DateOnly today)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var found = ImmutableArray.CreateBuilder<EntityLink>();
        var quoted = ImmutableArray.CreateBuilder<bool>();
        var unknown = new Dictionary<string, SubjectView>(StringComparer.OrdinalIgnoreCase);
        foreach (var (text, isQuoted) in PropositionClauses.Parts(reader.Headings.Expand(message)))
        {
            var words = MessageTokens.Read(reader.Lexicon, text, phrases.Unspaced);
            var (start, sentence, clause) = tokens.Count == 0 ? (0, 0, 0) : (tokens.Count, tokens[^1].Sentence + 1, tokens[^1].Clause + 1);
            found.AddRange(
                reader
                    .MessageNames.WithAllUnknown(words, reader.MessageNames.Known(words), unknown)
                    .Select(link => link with { Start = link.Start + start })
            );
            tokens.AddRange(words.Select(word => word with { Sentence = word.Sentence + sentence, Clause = word.Clause + clause }));
            quoted.AddRange(Enumerable.Repeat(isQuoted, words.Length));
        }

        var (all, links) = (tokens.ToImmutable(), Referred(found.ToImmutable()));
        var isName = new bool[all.Length];
        foreach (var link in links)
            isName.AsSpan(link.Start, link.Count).Fill(true);
        var hits = Words.Find(all, index => isName[index]);
        return new ClaimMessage(
            all,
            links,
            hits,
            all.IsEmpty ? [] : [.. PropositionClauses.Create(all, hits, links, reader.Facts, isMessage: true)],
            reader.Propositions.ReadMessage(message, today),
            quoted.ToImmutable()
        )
        {
            IsIronic = PropositionReader.IsIronic(message),
            Quotes = [.. Quoted().Matches(message).Select(match => match.Value)],
        };
    }

    // "Wan 2.2 or HunyuanVideo? Wan is Apache": the line means the one of it that was named, where that is one alone.
    private ImmutableArray<EntityLink> Referred(ImmutableArray<EntityLink> links)
    {
        var read = links.ToBuilder();
        for (var i = 1; i < read.Count; i++)
        {
            if (read[i] is not { IsAmbiguous: false, Version: null, Subject.Subject.Kind: SubjectKind.Family } line)
                continue;
            var named = links
                .Where(link => link is { IsAmbiguous: false, Subject: Release } && reader.Facts.FamilyOf(link.Subject) == line.Subject)
                .Select(link => link.Subject)
                .Distinct()
                .ToArray();
            if (named is [var one] && links.Any(link => link.Start < line.Start && link.Subject == one))
                read[i] = line with { Candidates = [one] };
        }

        return read.ToImmutable();
    }

    [GeneratedRegex("""["“„«][^"“”„«»]+["”“»]""")]
    private static partial Regex Quoted();
}
