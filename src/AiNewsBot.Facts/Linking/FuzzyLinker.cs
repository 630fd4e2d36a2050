using System.Buffers;
using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Finds names that are a few letters off, where words are neither names nor of the language.</summary>
internal sealed class FuzzyLinker(NameIndex names, Lexicon lexicon)
{
    private static readonly SearchValues<char> VowelsAndDigits = SearchValues.Create("aeiou0123456789");

    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private const int MaxWindow = 4;
    private const int MinWordLength = 4;
    private const int MinKnownPartLength = 4;

    private readonly NameSuffixParser _behind = new(names, lexicon);

    /// <summary>Adds the names that are written with a typo to those that are written as they are called.</summary>
    public void Add(ImmutableArray<Token> tokens, List<EntityLink> links, Func<ImmutableArray<Token>, int, int> otherName)
    {
        var isBesideOthers = links.Exists(link => link.Subject is not Licence);
        var isEnglish = lexicon.IsEnglish(tokens);
        Span<char> buffer = stackalloc char[names.MaxKeyLength + 3];
        for (var at = 0; at < tokens.Length; at++)
        {
            if (otherName(tokens, at) is var other and > 0)
            {
                at += other - 1;
                continue;
            }

            if (tokens[at].IsNumber || lexicon.Knows(tokens[at].Text, isEnglish) || IsLinked(links, at, 1))
                continue;
            if (Letters(tokens[at].Text) >= MinWordLength && Joined(tokens, at, links, buffer) is { } joined)
            {
                links.RemoveAll(link => link.Start < joined.End && joined.Start < link.End);
                links.Add(joined);
                at = joined.End - 1;
                continue;
            }

            // "Can we uuse Jamba": a word that is as near to a word of the language as to a
            // name is no name beside one that is, unless a version follows.
            var hasVersion = at + 1 < tokens.Length && tokens[at + 1] is { IsNumber: true, IsYear: false };
            if (
                CommonEnglishWords.Contains(tokens[at].Text)
                || !IsLongEnough(tokens, at, hasVersion)
                || isBesideOthers && !hasVersion && lexicon.IsNearWord(tokens[at].Text)
                || Near(tokens, at, links, buffer) is not { } link
            )
                continue;
            links.Add(link);
            at = link.End - 1;
        }
    }

    // Windows that hold the unknown word, the widest first, so that a version is taken along: "lama 3" is Llama 3, not Llama.
    private EntityLink? Near(ImmutableArray<Token> tokens, int at, List<EntityLink> links, Span<char> buffer)
    {
        for (var count = MaxWindow; count > 0; count--)
        {
            for (var start = Math.Max(0, at - count + 1); start <= at && start + count <= tokens.Length; start++)
            {
                if (!IsLinked(links, start, count) && Find(tokens, start, count, at, buffer) is { } link)
                    return link;
            }
        }

        return null;
    }

    // "Mistral lagre 3" and "codw llama" are a name and a word that together are
    // another, with a typo; in "llama oen source" the word is a cue.
    private EntityLink? Joined(ImmutableArray<Token> tokens, int at, List<EntityLink> links, Span<char> buffer)
    {
        foreach (var link in links)
        {
            if (link.Subject is Licence || link.End != at && link.Start != at + 1)
                continue;
            var start = Math.Min(link.Start, at);
            var count = Math.Max(link.End, at + 1) - start;
            if (lexicon.CueOf(tokens[at].Text) is { } cue)
            {
                var meant = tokens.SetItem(at, tokens[at] with { Text = cue });
                if (EntityLinker.Join(meant, start, count, buffer) is { } length && names.Find(buffer[..length]) is { Length: 1 } named)
                    return new EntityLink(named, start, count, EntityLinker.Raw(tokens, start, count), true, null);
                continue;
            }

            for (var behind = start + count < tokens.Length && tokens[start + count].IsNumber ? 1 : 0; behind >= 0; behind--)
            {
                if (Find(tokens, start, count + behind, at, buffer, 1) is { IsAmbiguous: false } found)
                    return found;
            }
        }

        return null;
    }

    private EntityLink? Find(ImmutableArray<Token> tokens, int start, int count, int at, Span<char> buffer, int maxTypos = 2)
    {
        if (
            tokens[start].Sentence != tokens[start + count - 1].Sentence
            || EntityLinker.Join(tokens, start, count, buffer) is not { } length
        )
            return null;
        var hasStopWord = HasStopWord(tokens, start, count, at);
        var found = names.FindNear(buffer[..length], hasStopWord ? 1 : maxTypos);
        if (
            found.IsEmpty
            || count == 1 && (IsOther(tokens[at].Text, found) || IsNearerWord(tokens[at].Text) || !EndsAlike(tokens[at].Raw, found))
            || hasStopWord && !found.All(view => Holds(view, tokens, start, count, at))
            || !found.All(view => HasVersions(view, tokens, start, count))
        )
            return null;
        var read = _behind.Read(tokens, start + count, found);
        return new EntityLink(
            read.Candidates,
            start,
            count + read.Count,
            EntityLinker.Raw(tokens, start, count + read.Count),
            true,
            read.Version
        );
    }

    // Evo 2 is no Veo 2; of three letters without a vowel, a short form such as gtp-4 may be struck in another order.
    private static bool IsLongEnough(ImmutableArray<Token> tokens, int at, bool hasVersion) =>
        Letters(tokens[at].Text) >= MinWordLength
        || hasVersion && tokens[at].Text.Length == MinWordLength - 1 && !tokens[at].Text.AsSpan().ContainsAny(VowelsAndDigits);

    private static int Letters(string word)
    {
        var count = 0;
        foreach (var character in word)
            count += char.IsLetter(character) ? 1 : 0;
        return count;
    }

    // WhisperX is another thing than Whisper; in "whisperr" a letter was struck twice. GPTs are no typo of GPT-J.
    private bool IsOther(string word, ImmutableArray<SubjectView> found)
    {
        for (var length = word.Length - 1; length >= MinKnownPartLength; length--)
        {
            var (front, back) = (names.Find(word.AsSpan(0, length)), names.Find(word.AsSpan(word.Length - length)));
            var isDouble = length == word.Length - 1;
            if (
                !front.IsEmpty && !(isDouble && word[^1] == word[^2]) && AreRelated(front, found)
                || !back.IsEmpty && !(isDouble && word[0] == word[1]) && AreRelated(back, found)
            )
                return true;
        }

        return word[^1] == 's' && word[^2] != 's' && !names.Find(word.AsSpan(0, word.Length - 1)).IsEmpty;
    }

    // MobileLLM is no slip of MobileSAM, while ChatGTP is one of ChatGPT: capitals at the end are a word of their own.
    private static bool EndsAlike(string written, ImmutableArray<SubjectView> found)
    {
        var end = written.AsSpan().TrimEnd(Capitals).Length;
        var capitals = written[end..].ToLowerInvariant();
        return end == 0
            || capitals.Length < 2
            || found.Any(view =>
                NameVariants
                    .Stated(view.Subject)
                    .Any(name => name.Length >= capitals.Length && HasLettersOf(name[^capitals.Length..], capitals))
            );
    }

    private static bool HasLettersOf(string end, string capitals)
    {
        var left = end.ToList();
        return capitals.Count(letter => !left.Remove(letter)) <= 1;
    }

    // "Internaly" is two letters off InternLM, and one off a word of English.
    private bool IsNearerWord(string word) => names.FindNear(word, 1).IsEmpty && CommonEnglishWords.HasNeighbour(word);

    // Llamazon is no slip of LLaMA 1: it holds the family's name, and continues otherwise.
    // TinyLLaVA is no slip of TinyLlama either: it holds the name of another.
    private bool AreRelated(ImmutableArray<SubjectView> part, ImmutableArray<SubjectView> found) =>
        part.Any(one => found.Any(other => names.Contains(one, other) || names.Contains(other, one)))
        || part.All(one => one.IsModel && !found.Contains(one));

    private bool HasStopWord(ImmutableArray<Token> tokens, int start, int count, int except)
    {
        for (var i = start; i < start + count; i++)
        {
            if (i != except && !tokens[i].IsNumber && lexicon.StopWords.Contains(tokens[i].Text))
                return true;
        }

        return false;
    }

    // The "code" of "code llsma" is in the name of Code Llama; the "is" of "is llsma" is in none.
    private static bool Holds(SubjectView view, ImmutableArray<Token> tokens, int start, int count, int except) =>
        NameVariants
            .Stated(view.Subject)
            .Concat(NameVariants.Derived(view.Subject))
            .Any(name => Enumerable.Range(start, count).All(i => i == except || name.Contains(tokens[i].Text, StringComparison.Ordinal)));

    // R3 is no slip of V3, nor 3D of 3.
    private static bool HasVersions(SubjectView view, ImmutableArray<Token> tokens, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            if (
                count > 1
                && tokens[i].Text
                    is ([>= 'a' and <= 'z', >= '0' and <= '9', ..] and [.., >= '0' and <= '9'] and not ['v', ..])
                        or [>= '0' and <= '9', >= 'a' and <= 'z']
                && !NameVariants.Stated(view.Subject).Any(name => name.Contains(tokens[i].Text, StringComparison.Ordinal))
            )
                return false;
        }

        return true;
    }

    private static bool IsLinked(List<EntityLink> links, int start, int count)
    {
        foreach (var link in links)
        {
            if (link.Start < start + count && start < link.End)
                return true;
        }

        return false;
    }
}
