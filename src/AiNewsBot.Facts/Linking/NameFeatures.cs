using System.Buffers;
using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>
/// What tells whether a word is part of a name: its form, its neighbours and how it is joined to them. Features are hashed
/// into a fixed number of weights.
/// </summary>
internal sealed class NameFeatures(NameIndex names, Lexicon lexicon)
{
    /// <summary>How many weights there are, a power of two.</summary>
    public const int Size = 1 << 17;

    /// <summary>The most features that a word has.</summary>
    public const int MaxCount = 96;

    private static readonly SearchValues<char> SizeCharacters = SearchValues.Create("0123456789.x");

    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivx");

    private const int MaxWordLength = 20;
    private const int MinNameLength = 3;
    private const int MinSlipLength = 4;

    /// <summary>What each word of a text is to its neighbours: a name that is known, a certain small word, a cue, a noun.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="kinds">By word, the kind of the known name that it is part of, or no character.</param>
    public uint[] Classes(ImmutableArray<Token> tokens, ReadOnlySpan<char> kinds)
    {
        var classes = new uint[tokens.Length];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = kinds[i] != 0 ? FeatureHash.Mix(1, kinds[i], 0) : ClassOf(tokens[i]);
        return classes;
    }

    /// <summary>Whether a word that is in no known name may be part of another name.</summary>
    public bool IsCandidate(ImmutableArray<Token> tokens, int index)
    {
        var token = tokens[index];
        if (token.IsNumber || token.Joint == '@' || IsSize(token.Text) || !IsLatin(token.Text[0]))
            return false;
        var isAttached = token.IsAttached || index + 1 < tokens.Length && tokens[index + 1].IsAttached;
        if (!isAttached && IsMeasure(token.Text))
            return false;
        if (isAttached && (IsVariant(token.Text) || lexicon.IsLicenceWord(token.Text)))
            return false;
        if (!isAttached && (CommonEnglishWords.Find(token.Text) == WordClasses.Word || CommonEnglishWords.IsPlural(token.Raw)))
            return false;
        return isAttached || !lexicon.StopWords.Contains(token.Text) && (!lexicon.Knows(token.Text) || IsNarrowing(token.Text));
    }

    /// <summary>The features of a word, as indices of weights.</summary>
    public int Collect(ImmutableArray<Token> tokens, ReadOnlySpan<uint> classes, int index, Span<int> features)
    {
        var token = tokens[index];
        var list = new FeatureList(features, Size);
        var (before, own, behind) = (At(classes, index - 1), classes[index], At(classes, index + 1));
        var (word, joint, nextJoint) = (
            FeatureHash.Create(token.Text),
            (uint)token.Joint,
            index + 1 < tokens.Length ? tokens[index + 1].Joint : 0u
        );
        var known = KnownPart(token.Text);
        var shape = ShapeOf(token.Raw) + (index == 0 ? 32u : 0u);
        list.Add(0, 0);
        list.Add(2, own);
        list.Add(3, word);
        list.Add(4, own, before);
        list.Add(5, own, behind);
        list.Add(6, before, behind);
        list.Add(7, FeatureHash.Mix(own, joint, 0), before);
        list.Add(8, FeatureHash.Mix(own, nextJoint, 0), behind);
        list.Add(9, At(classes, index - 2), before);
        list.Add(10, At(classes, index + 2), behind);
        list.Add(11, shape);
        list.Add(12, shape, own);
        list.Add(13, (uint)Math.Min(token.Text.Length, 12), own);
        list.Add(14, names.IsSharedWord(token.Text) ? 1u : 0u, own);
        list.Add(15, known, own);
        list.Add(16, known, FeatureHash.Mix(before, behind, 0));
        list.Add(17, word, before);
        list.Add(18, word, behind);
        AddLetters(token.Text, ref list);
        return list.Count;
    }

    private static void AddLetters(string text, ref FeatureList list)
    {
        Span<char> padded = stackalloc char[MaxWordLength + 2];
        var length = Math.Min(text.Length, MaxWordLength);
        padded[0] = '^';
        text.AsSpan(0, length).CopyTo(padded[1..]);
        padded[length + 1] = '$';
        padded = padded[..(length + 2)];
        for (var size = 2; size <= 4; size++)
        {
            for (var start = 0; start + size <= padded.Length && !list.IsFull; start++)
                list.Add(20u + (uint)size, FeatureHash.Create(padded.Slice(start, size)));
        }
    }

    private static uint At(ReadOnlySpan<uint> classes, int index) =>
        index < 0 ? 11
        : index >= classes.Length ? 12
        : classes[index];

    private uint ClassOf(Token token)
    {
        var text = token.Text;
        if (token.IsNumber)
            return token.IsYear ? 21u : 22u;
        if (IsSize(text))
            return 23;
        if (lexicon.StopWords.Contains(text))
            return FeatureHash.Mix(2, FeatureHash.Create(text), 0);
        foreach (var cue in lexicon.CuesFrom(text))
        {
            if (cue.Words.Length == 1)
                return FeatureHash.Mix(
                    3,
                    FeatureHash.Create(cue.Group),
                    cue.Group is "cues" or "variants" ? FeatureHash.Create(cue.Value) : 0
                );
        }

        if (lexicon.Knows(text))
            return 24;
        var classes = CommonEnglishWords.Find(text);
        return classes != WordClasses.None ? FeatureHash.Mix(4, (uint)classes, 0)
            : text.Length >= MinSlipLength && lexicon.IsNearWord(text) ? 27u
            : text.AsSpan().ContainsAnyInRange('0', '9') ? 25u
            : 26u;
    }

    // Names in other scripts are read as their Latin ones before; what is left in these is of the language.
    private static bool IsLatin(char letter) => letter < '\u0250';

    // A letter, a Roman number or an amount such as 4k or 30MB names nothing by itself.
    private static bool IsMeasure(string text) =>
        text.Length == 1
        || !text.AsSpan().ContainsAnyExcept(RomanDigits)
        || text[^1] is 'k' && !text.AsSpan(0, text.Length - 1).ContainsAnyExcept(SizeCharacters)
        || text is [.. { Length: > 0 } amount, _, _]
            && text[^2..] is "kb" or "mb" or "gb" or "tb" or "ms" or "px" or "hz"
            && !amount.AsSpan().ContainsAnyExcept(SizeCharacters);

    // What follows a name and changes nothing: instruct, gguf, Q4_K_M.
    private bool IsVariant(string text)
    {
        foreach (var cue in lexicon.CuesFrom(text))
        {
            if (cue is { Words.Length: 1, Group: "variants" })
                return true;
        }

        return text.Length == 1 && text[0] is 'k' or 's' or 'm' or 'l'
            || text.Length > 1 && text[0] is 'q' or 'w' && char.IsAsciiDigit(text[1]);
    }

    // Words such as vision and code narrow a list, and are parts of names.
    private bool IsNarrowing(string text)
    {
        foreach (var cue in lexicon.CuesFrom(text))
        {
            if (cue is { Words.Length: 1, Group: "modalities" or "countries" or "dates" })
                return true;
        }

        return false;
    }

    // openclip and whisperx hold a known name, and are others.
    private uint KnownPart(string text)
    {
        if (CommonEnglishWords.Find(text) != WordClasses.None)
            return 0;
        for (var length = text.Length - 1; length >= MinNameLength; length--)
        {
            if (!names.Find(text.AsSpan(0, length)).IsEmpty || !names.Find(text.AsSpan(text.Length - length)).IsEmpty)
                return 1;
        }

        return 2;
    }

    private static uint ShapeOf(string raw)
    {
        var shape = 0u;
        for (var i = 0; i < raw.Length; i++)
        {
            if (char.IsUpper(raw[i]))
                shape |=
                    i == 0 ? 1u
                    : char.IsLower(raw[i - 1]) ? 18u
                    : 2u;
            else if (char.IsLower(raw[i]))
                shape |= 4u;
            else if (char.IsDigit(raw[i]))
                shape |= 8u;
        }

        return shape;
    }

    /// <summary>Whether a word is the size of a model: 7b, 8x22b, 135m; e4b of what runs like one of that size.</summary>
    public static bool IsSize(string text)
    {
        var digits = text is ['e', _, ..] ? text.AsSpan(1) : text;
        if (digits.Length < 2 || digits[^1] is not ('b' or 'm' or 't') || !char.IsAsciiDigit(digits[0]))
            return false;
        return !digits[..^1].ContainsAnyExcept(SizeCharacters);
    }
}
