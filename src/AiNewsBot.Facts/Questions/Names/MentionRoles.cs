using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>Tells what each name does in a question: as it was learned, within what can be.</summary>
internal static class MentionRoles
{
    // A known name is dropped only where it is surely none.
    private const float SurelyNone = 0.75f;
    private const float SurelyBase = 0.7f;

    /// <summary>The mentions with their roles.</summary>
    /// <param name="mentions">The names.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="isForeign">Whether the text is in another language than the rows, by which no known name is taken for none.</param>
    public static ImmutableArray<Mention> Assign(ImmutableArray<Mention> mentions, ImmutableArray<Token> tokens, bool isForeign)
    {
        if (mentions.IsEmpty)
            return mentions;
        var roles = new MentionRole[mentions.Length];
        for (var i = 0; i < roles.Length; i++)
            roles[i] = RoleOf(mentions, i, tokens, isForeign);
        for (var i = 1; i < roles.Length; i++)
        {
            if (IsListed(mentions, i, tokens) && roles[i] is MentionRole.Place or MentionRole.Maker or MentionRole.Base or MentionRole.None)
                roles[i] = roles[i - 1];
        }

        for (var i = 0; i < roles.Length; i++)
        {
            var isLicence = mentions[i] is { IsUnknown: false, Candidates: [Licence, ..] };
            // Nothing is built on a licence.
            if (isLicence && roles[i] == MentionRole.Base)
                roles[i] = MentionRole.Terms;
            if (
                isLicence
                && roles[i] == MentionRole.Subject
                && Others(mentions, roles, i)
                    .Any(other => other.Role == MentionRole.Subject && other.Mention is not { Candidates: [Licence, ..] })
            )
                roles[i] = MentionRole.Terms;
            if (
                roles[i] == MentionRole.Base
                && !Others(mentions, roles, i)
                    .Any(other => other.Role == MentionRole.Subject && other.Mention is not { IsUnknown: false, Candidates: [Licence, ..] })
            )
                roles[i] = MentionRole.Subject;
        }

        if (!roles.Contains(MentionRole.Subject) && First(mentions, roles) is { } first)
            roles[first] = MentionRole.Subject;
        return [.. mentions.Select((mention, index) => mention with { Role = roles[index] })];
    }

    /// <summary>Whether a link is no name here.</summary>
    public static bool IsNone(ImmutableArray<Mention> mentions, EntityLink link) =>
        mentions.Any(mention => mention.Role == MentionRole.None && mention.Start <= link.Start && link.Start < mention.End);

    private static MentionRole RoleOf(ImmutableArray<Mention> mentions, int index, ImmutableArray<Token> tokens, bool isForeign)
    {
        var mention = mentions[index];
        if (IsOwner(mention, tokens))
            return MentionRole.Maker;
        if (IsPassing(mention, mentions, tokens) || IsOfOthers(mention, mentions, tokens))
            return MentionRole.None;
        if (IsSpeaker(mention, tokens) && mentions.Any(other => other.Start > mention.End && other.Candidates is [{ IsModel: true }, ..]))
            return MentionRole.None;
        Span<float> probabilities = stackalloc float[RoleClassifier.Roles];
        RoleClassifier.Classify(tokens, mentions, index, probabilities);
        if (
            IsLong(mention)
            || IsRepository(mention)
            || IsSizeOfLine(mention)
            || isForeign && !(mention.IsUnknown && mention.Nearest.IsEmpty)
            || probabilities[(int)MentionRole.None] < (mention.IsUnknown ? 0.5f : SurelyNone)
        )
            probabilities[(int)MentionRole.None] = 0;
        var best = 0;
        for (var role = 1; role < probabilities.Length; role++)
        {
            if (probabilities[role] > probabilities[best])
                best = role;
        }

        // Of two known models one is the base of the other only where that is nearly certain: else both are asked about.
        if (
            best == (int)MentionRole.Base
            && probabilities[best] < SurelyBase
            && !mentions.Any(other => other != mention && other.IsUnknown)
        )
            best = (int)MentionRole.Subject;

        // What holds a known name, or is the only name, is what is asked about, where it is any.
        return (MentionRole)best != MentionRole.None && (mention.IsUnknown && !mention.Nearest.IsEmpty || mentions.Length == 1)
            ? MentionRole.Subject
            : (MentionRole)best;
    }

    // "Long time lurker, first question: is Gemma 3 open": a word like any other, in a clause of its own, is no name beside one that is.
    private static bool IsPassing(Mention mention, ImmutableArray<Mention> mentions, ImmutableArray<Token> tokens) =>
        mention is { IsUnknown: true, Nearest.IsEmpty: true }
        && mention.Typed.All(char.IsAsciiLetterLower)
        && mention.End < tokens.Length
        && tokens[mention.Start].Sentence == 0
        && !tokens.Any(token => token.Clause == tokens[mention.Start].Clause && PropositionWords.Shipped.Is("auxiliaries", token.Text))
        && mentions.Any(other =>
            other.Start > mention.End
            && tokens[other.Start].Clause != tokens[mention.Start].Clause
            && other.Candidates is [{ IsModel: true }, ..]
        )
        && !mentions.Any(other => other != mention && tokens[other.Start].Clause == tokens[mention.Start].Clause);

    // "Qwen2.5-Coder 3B is not Apache like the other coder sizes": a word of the name before, and no name of its own.
    private static bool IsOfOthers(Mention mention, ImmutableArray<Mention> mentions, ImmutableArray<Token> tokens) =>
        mention is { IsUnknown: false, Count: 1, Start: > 0 }
        && tokens[mention.Start - 1].Text == "other"
        && mentions.Any(before =>
            before.Count > 1
            && before.End < mention.Start
            && Enumerable.Range(before.Start, before.Count).Any(index => tokens[index].Text == tokens[mention.Start].Text)
        );

    // "LeCun tweeted that Llama is free" is not on LeCun, nor is "a LeCun tweet says so".
    private static bool IsSpeaker(Mention mention, ImmutableArray<Token> tokens)
    {
        if (mention is not { IsUnknown: true, Nearest.IsEmpty: true } || IsRepository(mention))
            return false;
        var at = mention.End;
        if (at < tokens.Length && PropositionWords.Shipped.Is("posts", tokens[at].Text))
            at++;
        return at + 1 < tokens.Length
            && PropositionWords.Shipped.Is("speech", tokens[at].Text)
            && tokens[at + 1].Text is not ("itself" or "themselves");
    }

    // "Kokoro, XTTS v2, Bark and ChatTTS": what is between the names of models, or ends their list, is one, too.
    private static bool IsListed(ImmutableArray<Mention> mentions, int index, ImmutableArray<Token> tokens) =>
        IsBehind(mentions, index, tokens) && (IsBehind(mentions, index - 1, tokens) || IsBehind(mentions, index + 1, tokens));

    private static bool IsBehind(ImmutableArray<Mention> mentions, int index, ImmutableArray<Token> tokens) =>
        index > 0
        && index < mentions.Length
        && IsModel(mentions[index])
        && IsModel(mentions[index - 1])
        && mentions[index - 1].End is var end
        && (
            end == mentions[index].Start && tokens[end].Joint == ','
            || end + 1 == mentions[index].Start && tokens[end].Text is "and" or "or"
        );

    private static bool IsModel(Mention mention) =>
        mention is { Candidates: [{ Subject.Kind: SubjectKind.Family or SubjectKind.Release or SubjectKind.Software }, ..] };

    private static IEnumerable<(Mention Mention, MentionRole Role)> Others(
        ImmutableArray<Mention> mentions,
        MentionRole[] roles,
        int index
    ) => mentions.Select((mention, at) => (Mention: mention, Role: roles[at])).Where((_, at) => at != index);

    private static int? First(ImmutableArray<Mention> mentions, MentionRole[] roles)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (
                roles[i] is MentionRole.Base or MentionRole.Comparison or MentionRole.Place or MentionRole.Maker
                && mentions[i] is not { Candidates: [Licence, ..] }
            )
                return i;
        }

        return null;
    }

    // A name of several words, such as Kimi K2 or Stable Cascade, means nothing else; nor does the first Mixtral.
    private static bool IsLong(Mention mention) =>
        mention is { IsUnknown: false, Count: > 1 } && (mention.Candidates[0] is not Licence || mention.Typed.Any(char.IsAsciiDigit));

    // "The small one" and "the 3B" are taken for models only beside their line.
    private static bool IsSizeOfLine(Mention mention) =>
        mention is { Count: 1, Candidates: [Release { Whole: not null }] }
        && Tokenizer.Fold(mention.Typed) is var word
        && (NameFeatures.IsSize(word) || Languages.Lexicon.Products.GetValueOrDefault(word) == NameSuffixParser.Size);

    // "L3-8B-Stheno-v3.2" is written as repositories are named.
    private static bool IsRepository(Mention mention) =>
        mention is { IsUnknown: true, Count: > 2 } && mention.Typed.Contains('-') && mention.Typed.Any(char.IsAsciiDigit);

    // Xenova/whisper-small is a copy of Whisper by the owner of a repository.
    private static bool IsOwner(Mention mention, ImmutableArray<Token> tokens) =>
        mention is { IsUnknown: true, Nearest: [] } && mention.End < tokens.Length && tokens[mention.End].Joint == '/';
}
