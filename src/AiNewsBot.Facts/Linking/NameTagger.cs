using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Tells of words that are in no known name whether they are part of another: a logistic regression that was learned from names
/// and questions.</summary>
internal sealed class NameTagger(NameIndex names, Lexicon lexicon)
{
    /// <summary>By how much weights are multiplied to be kept in a byte each.</summary>
    public const float Scale = 16;

    // A word of the language is a name where that is certain.
    private const float Doubt = 1.5f;
    private const float Sure = 2;

    private static readonly Lazy<ReadOnlyMemory<byte>> Weights = new(() =>
        EmbeddedFile.Read(Assembly.GetExecutingAssembly(), "learned/names.bin")
    );

    private readonly NameFeatures _features = new(names, lexicon);

    /// <summary>By word, how sure it is that it is part of an unknown name, as log
    /// odds; negative infinity for words that cannot be.</summary>
    public float[] Score(ImmutableArray<Token> tokens, ReadOnlySpan<char> kinds)
    {
        var classes = _features.Classes(tokens, kinds);
        var isBesideName = kinds.IndexOfAnyExcept('\0', 't') >= 0;
        var isForeign = lexicon.IsForeign(tokens);
        var scores = new float[tokens.Length];
        var weights = MemoryMarshal.Cast<byte, sbyte>(Weights.Value.Span);
        Span<int> features = stackalloc int[NameFeatures.MaxCount];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = float.NegativeInfinity;
            if (
                kinds[i] != 0
                || !IsJoinedToName(tokens, kinds, i) && (isForeign ? IsPlain(tokens[i]) : isBesideName && IsLanguage(tokens[i]))
                || !_features.IsCandidate(tokens, i)
            )
                continue;
            var sum = 0;
            foreach (var feature in features[.._features.Collect(tokens, classes, i, features)])
                sum += weights[feature];
            scores[i] = sum / Scale - (IsOrdinary(tokens, i) ? Doubt : 0);
            if (
                (HasInnerCapital(tokens[i].Raw) || IsAttachedToName(tokens, kinds, i))
                    && !lexicon.Knows(tokens[i].Text)
                    && CommonEnglishWords.Find(tokens[i].Text) == WordClasses.None
                || IsHyphenedBeforeName(tokens, kinds, i)
            )
                scores[i] = Math.Max(scores[i], Sure);
        }

        return scores;
    }

    /// <summary>By word, the kind of the known name that it is part of, or no character.</summary>
    public static char[] Kinds(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, ImmutableArray<EntityLink> topics)
    {
        var kinds = new char[tokens.Length];
        foreach (var topic in topics)
            kinds.AsSpan(topic.Start, topic.Count).Fill('t');
        foreach (var link in links)
        {
            var kind = link.Subject.Subject.Kind switch
            {
                SubjectKind.Family => 'f',
                SubjectKind.Release => 'r',
                SubjectKind.Licence => 'l',
                SubjectKind.Software => 'f',
                _ => 'o',
            };
            kinds.AsSpan(link.Start, Math.Min(link.Count, tokens.Length - link.Start)).Fill(kind);
        }

        return kinds;
    }

    // PixelDiT, ChatTTS
    private static bool HasInnerCapital(string raw)
    {
        for (var i = 1; i < raw.Length; i++)
        {
            if (char.IsUpper(raw[i]) && char.IsLower(raw[i - 1]))
                return true;
        }

        return false;
    }

    // distil-whisper, gpt-sovits
    private static bool IsAttachedToName(ImmutableArray<Token> tokens, ReadOnlySpan<char> kinds, int index) =>
        index > 0 && tokens[index].IsAttached && kinds[index - 1] is 'f' or 'r'
        || index + 1 < tokens.Length && tokens[index + 1].IsAttached && kinds[index + 1] is 'f' or 'r';

    // Faster-whisper is no whisper that is faster; a non-Llama or an ex-OpenAI names nothing.
    private static bool IsHyphenedBeforeName(ImmutableArray<Token> tokens, ReadOnlySpan<char> kinds, int index) =>
        index + 1 < tokens.Length
        && tokens[index + 1].Joint == '-'
        && kinds[index + 1] is 'f' or 'r'
        && char.IsLower(tokens[index + 1].Raw[0])
        && tokens[index].Text is not ("non" or "pre" or "post" or "anti" or "pro" or "ex" or "multi" or "like");

    // Beside a known name, "small" in "my small company" names nothing, nor does GGUF: a word of the language is part of a name only next
    // to one, or where the text has no other.
    private static bool IsLanguage(Token token) =>
        CommonEnglishWords.Find(token.Text) is var classes
        && classes != WordClasses.None
        && (char.IsLower(token.Raw[0]) || (classes & WordClasses.Technical) != 0);

    // Of most words of another language nothing is known but that they are written as words.
    private static bool IsPlain(Token token) => !token.Raw.AsSpan().ContainsAnyInRange('0', '9') && !token.Raw.Any(char.IsUpper);

    private static bool IsJoinedToName(ImmutableArray<Token> tokens, ReadOnlySpan<char> kinds, int index) =>
        IsAttached(tokens, index)
        || index > 0 && (kinds[index - 1] is 'f' or 'r' || kinds[index - 1] == 'o' && !IsEveryday(tokens[index]))
        || index + 1 < tokens.Length && kinds[index + 1] is 'f' or 'r' && tokens[index + 1].Joint == ' ';

    // An OpenAI Codex is something of OpenAI's; an OpenAI video is a video.
    private static bool IsEveryday(Token token) =>
        token.Joint != ' ' || (CommonEnglishWords.Find(token.Text) & (WordClasses.Everyday | WordClasses.Technical)) != 0;

    private static bool IsAttached(ImmutableArray<Token> tokens, int index) =>
        tokens[index].IsAttached || index + 1 < tokens.Length && tokens[index + 1].IsAttached;

    private static bool IsOrdinary(ImmutableArray<Token> tokens, int index) =>
        !IsAttached(tokens, index) && CommonEnglishWords.Find(tokens[index].Text) != WordClasses.None;
}
