using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>
/// Reads the word behind a name. It may tell which release is meant ("mistral small"), or that it is one that is not known:
/// "llama 9", "kimi k3", "gemini nano".
/// </summary>
internal sealed partial class NameSuffixParser(NameIndex names, Lexicon lexicon)
{
    /// <summary>What a product's word is where it says how large a release is: Phi-3.5 mini is Phi-3.5.</summary>
    public const string Size = "size";

    private static readonly string[] Letters = [.. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString())];

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Whom the name means with the word behind it taken in.</summary>
    /// <param name="Candidates">One, or several when it cannot be told.</param>
    /// <param name="Count">How many words behind the name belong to it.</param>
    /// <param name="Version">What makes it another than those that are known; null when nothing does.</param>
    public readonly record struct NameSuffix(ImmutableArray<SubjectView> Candidates, int Count, string? Version);

    public NameSuffix Read(ImmutableArray<Token> tokens, int index, ImmutableArray<SubjectView> views)
    {
        var plain = new NameSuffix(views, 0, null);
        if (views.Length > 1 && IsOfNone(tokens, index, views))
            return plain with { Version = tokens[index].Raw };
        if (views.Length != 1 || index >= tokens.Length || tokens[index].Sentence != tokens[index - 1].Sentence || IsApart(tokens[index]))
            return plain;
        var view = views[0];
        var token = tokens[index];
        if (view is Licence)
            return IsPartOfAnother(token) ? plain with { Version = token.Raw } : plain;
        if (view.Subject.Kind == SubjectKind.Topic)
            return plain;
        if (NameFeatures.IsSize(token.Text) && view.IsModel)
            return OfVersion(tokens, index, ReadSize(token, view, plain));
        if (NameFeatures.IsSize(token.Text) && view.Subject.Kind == SubjectKind.Organization && token.Joint is ' ' or '-')
            return plain with { Version = token.Raw };
        if (FindNumbered(tokens, index, view) is { } numbered)
            return plain with { Candidates = [numbered], Count = 1 };
        if (token.Text is ['v', ..] && token.IsNumber && view is Release && HasWord(view, token.Text))
            return plain with { Count = 1 };
        if (token.IsNumber)
            return
                IsDate(tokens, index)
                || Quantities.IsAt(tokens, index)
                || view is Release && (IsStamp(token.Text) || IsPreposition(tokens, index))
                ? plain
                : plain with
                {
                    Version = token.Raw,
                };
        if (view.Subject.Kind == SubjectKind.Organization)
            return plain;
        if (IsVersion(token.Text) && view.Subject.Kind == SubjectKind.Family && names.Find(token.Text).IsEmpty)
            return plain with { Version = token.Raw };
        return ReadWord(tokens, index, view, plain);
    }

    // "Mistral Large 4" is not one of those called Mistral Large.
    private static bool IsOfNone(ImmutableArray<Token> tokens, int index, ImmutableArray<SubjectView> views) =>
        index < tokens.Length
        && tokens[index] is { IsNumber: true, IsYear: false, Joint: ' ' or '-', Text.Length: 1 or 3 } token
        && token.Sentence == tokens[index - 1].Sentence
        && !(index + 1 < tokens.Length && tokens[index + 1].Text is "of" or "million" or "billion" or "users" or "and" or "or")
        && views.All(view =>
            view is Release && !Tokenizer.Split(view.Name).Any(word => word.Text.StartsWith(token.Text, StringComparison.Ordinal))
        );

    private static bool HasWord(SubjectView view, string word) => Tokenizer.Split(view.Name).Any(token => token.Text == word);

    // "Qwen3 (36T tokens)", "GLM 4.5 & 4.6", "Wan 2.1 / 2.2": what is set apart is no part of the name.
    private static bool IsApart(Token token) => token.Joint is ',' or '/' && (token.IsNumber || NameFeatures.IsSize(token.Text));

    /// <summary>What a name means with the version or the size that is written in one word with it: llama9, llama7b; null where the word is
    /// no such name.</summary>
    public NameSuffix? ReadGlued(Token token)
    {
        var text = token.Text.AsSpan();
        var letters = text.IndexOfAnyInRange('0', '9');
        if (letters < 3 || names.Find(text[..letters]) is not [{ IsModel: true } named])
            return null;
        var plain = new NameSuffix([named], 0, null);
        var rest = text[letters..].ToString();
        return NameFeatures.IsSize(rest) ? ReadSize(token with { Text = rest, Raw = rest }, named, plain)
            : named.Subject.Kind == SubjectKind.Family && !rest.AsSpan().ContainsAnyExcept(NumberCharacters) ? plain with { Version = rest }
            : null;
    }

    /// <summary>The release that is meant where only the dot of its version is left out:
    /// llama31 is Llama 3.1; null where none or several are.</summary>
    public SubjectView? WithoutDot(Token token)
    {
        var text = token.Text.AsSpan();
        var letters = text.IndexOfAnyInRange('0', '9');
        if (letters < 3 || text.Length - letters is not (2 or 3) || text[letters..].ContainsAnyExceptInRange('0', '9'))
            return null;
        return names.Find($"{text[..(letters + 1)]}.{text[(letters + 1)..]}") is [Release release] ? release : null;
    }

    // "Llama v1" is LLaMA 1, though none calls it that.
    private Release? FindNumbered(ImmutableArray<Token> tokens, int index, SubjectView view)
    {
        if (view.Subject.Kind != SubjectKind.Family || tokens[index] is not { IsNumber: true, Text: ['v', .. var number] })
            return null;
        foreach (var name in NameVariants.Stated(view.Subject))
        {
            if (names.Find(name + number) is [Release release] && names.Contains(view, release))
                return release;
        }

        return null;
    }

    // The releases of a family that come in that size, where the facts say so; a size that none comes in is another model.
    private NameSuffix ReadSize(Token token, SubjectView view, NameSuffix plain)
    {
        if (names.ReleasesWith(token.Text, view) is { IsEmpty: false } named && !IsLater(view, named))
            return named.All(release => IsCutShort(view, release, token.Text))
                ? plain with
                {
                    Version = token.Raw,
                }
                : plain with
                {
                    Candidates = named,
                    Count = 1,
                };
        if (
            view is Release whole
            && names.VariantsOf(whole).Where(variant => variant.Sizes.Contains(token.Text, StringComparer.OrdinalIgnoreCase)).ToArray()
                is [var variant]
        )
            return plain with { Candidates = [variant], Count = 1 };
        var releases = view is Release one ? [one] : names.ReleasesOf(view);
        if (releases.IsEmpty || releases.Any(release => !SizesOf(release).IsKnown && view is Release))
            return plain;
        ImmutableArray<SubjectView> fitting = [.. releases.Where(release => SizesOf(release).Includes(token.Text))];
        if (IsLater(view, fitting))
            return plain with { Version = token.Raw };
        if (!fitting.IsEmpty)
            return plain with { Count = 1, Candidates = fitting.Length == 1 ? fitting : plain.Candidates };
        return releases.Any(release => SizesOf(release).IsKnown) ? plain with { Version = token.Raw } : plain;
    }

    // "Parakeet-TDT-0.6B-v2" is not the v3 that the facts hold in that size.
    private static NameSuffix OfVersion(ImmutableArray<Token> tokens, int index, NameSuffix read) =>
        read is { Count: 1, Candidates: [Release release] }
        && index + 1 < tokens.Length
        && tokens[index + 1] is { IsAttached: true, IsNumber: true, Text: ['v', ..] } version
        && Tokenizer.Split(release.Name).Any(word => word is { IsNumber: true, Text: ['v', ..] })
        && !HasWord(release, version.Text)
            ? read with
            {
                Count = 2,
                Version = version.Raw,
            }
            : read;

    /// <summary>Whether the word at a place says how many of the parameters before it are active: 35B-A3B.</summary>
    public static bool IsActiveSize(ImmutableArray<Token> tokens, int index) =>
        index > 0
        && index < tokens.Length
        && tokens[index] is { IsAttached: true, Text: ['a', .. var size] }
        && NameFeatures.IsSize(size)
        && NameFeatures.IsSize(tokens[index - 1].Text);

    // Of Canary the facts know canary-1b-flash, and canary-1b is another: what follows its size is part of a name, unless it says how a
    // model was tuned.
    private bool IsCutShort(SubjectView family, SubjectView release, string size)
    {
        var heads = NameVariants.Stated(family.Subject).ToArray();
        string[][] named =
        [
            .. release
                .Subject.Aliases.Prepend(release.Name)
                .Select(name => Tokenizer.Split(name).Select(token => token.Text).ToArray())
                .Where(words => words.Contains(size)),
        ];
        return named.Length > 0 && Array.TrueForAll(named, words => GoesOn(words));

        bool GoesOn(string[] words)
        {
            var at = Array.IndexOf(words, size);
            return at + 1 < words.Length
                && words[at + 1].Length > 2
                && words[at + 1].All(char.IsAsciiLetterLower)
                && !lexicon.CuesFrom(words[at + 1]).Any(cue => cue is { Group: "variants", Words.Length: 1 })
                && heads.Any(head => head.EndsWith(string.Concat(words.Take(at)), StringComparison.Ordinal));
        }
    }

    // Of Baichuan the facts know the second only: "Baichuan 7B" is the first, and unknown.
    private bool IsLater(SubjectView view, ImmutableArray<SubjectView> found) =>
        view.Subject.Kind == SubjectKind.Family
        && found is [Release later]
        && IsNumbered(later)
        && names.ReleasesOf(view).Where(release => release.Whole is null).All(IsNumbered);

    private static bool IsNumbered(Release release) =>
        Tokenizer.Split(release.Name).Any(part => part.IsNumber && part.Text.TrimStart('v') is not ("1" or "1.0"));

    private ModelSizes SizesOf(Release release) => ModelSizes.Create(release, names.VariantsOf(release));

    private NameSuffix ReadWord(ImmutableArray<Token> tokens, int index, SubjectView view, NameSuffix plain)
    {
        var token = tokens[index];
        var word = lexicon.ProductOf(token.Text) ?? token.Text;
        var isProduct = lexicon.Products.TryGetValue(word, out var modality);
        if (!isProduct && lexicon.Knows(word) || !names.Find(word).IsEmpty)
            return plain;

        // Command Z is not one of the Commands.
        if (
            word.Length == 1
            && view.Subject.Kind == SubjectKind.Family
            && char.IsAsciiLetter(word[0])
            && word is not ("x" or "v")
            && names.ReleasesWith(word, view).IsEmpty
            && Letters.Any(letter => !names.ReleasesWith(letter, view).IsEmpty)
        )
            return plain with { Version = token.Raw };
        var releases = names.ReleasesWith(word, view);

        // "flux.2 pro" is no FLUX.1 [pro].
        if (view.Subject.Kind == SubjectKind.Family && tokens[index - 1] is { IsNumber: true, Text: var number } && !releases.IsEmpty)
        {
            releases = releases.RemoveAll(release => !Tokenizer.Split(release.Name).Any(part => part.Text == number));
            if (releases.IsEmpty)
                return plain with { Version = token.Raw };
        }

        if (!releases.IsEmpty)
            return IsFurtherNumber(tokens, index + 1)
                ? plain with
                {
                    Version = $"{token.Raw} {tokens[index + 1].Raw}",
                }
                : plain with
                {
                    Candidates = releases,
                    Count = 1,
                };
        if (!isProduct)
            return view.Subject.Kind == SubjectKind.Family && IsWrittenAsName(tokens, index) ? plain with { Version = token.Raw } : plain;
        if (modality == Size && SizedBy(view) is { } sized)
            return plain with { Candidates = [sized], Count = 1 };
        if (
            view is Release release && (release.Modality == modality || Tokenizer.Split(release.Name).Any(part => part.Text == word))
            || modality is { Length: > 0 } && names.HasModality(view, modality)
        )
            return plain;
        return plain with { Version = token.Raw };
    }

    // The release that comes in several sizes: "whisper small" is Whisper, of which all sizes are one release.
    private Release? SizedBy(SubjectView view) =>
        view is Release one
            ? SizesOf(one) is { AreSeveral: true } || !SizesOf(one).IsKnown && one.FirstWeights is not null
                ? one
                : null
            : names.ReleasesOf(view) is [var only] && SizesOf(only).AreAll
                ? only
                : null;

    // What is known with that word and number was found before, as a name of its own.
    private bool IsFurtherNumber(ImmutableArray<Token> tokens, int index) =>
        index < tokens.Length
        && tokens[index].Sentence == tokens[index - 1].Sentence
        && tokens[index].IsNumber
        && !IsDate(tokens, index)
        && !IsStamp(tokens[index].Text);

    // "Mistral Nemo": a capital in a text that has none but in names.
    private bool IsWrittenAsName(ImmutableArray<Token> tokens, int index) =>
        char.IsUpper(tokens[index].Raw[0])
        && !lexicon.IsNearWord(tokens[index].Text)
        && tokens.Any(token => lexicon.StopWords.Contains(token.Text))
        && !tokens.Skip(1).Any(token => lexicon.Knows(token.Text) && char.IsUpper(token.Raw[0]));

    // "CC BY XX" is no CC BY; an "MIT tag" is a tag, and "CC BY due to its data" gives a reason.
    private bool IsPartOfAnother(Token token) =>
        token.Text is { Length: 2 or 3 } word and not "v1"
        && char.IsAsciiLetter(word[0])
        && !lexicon.Knows(word)
        && !(char.IsLower(token.Raw[0]) && CommonEnglishWords.Find(word) != WordClasses.None)
        && names.Find(word).IsEmpty;

    // A year or a day behind a name is no version.
    private bool IsDate(ImmutableArray<Token> tokens, int index) =>
        tokens[index].IsYear
        || tokens[index].IsDottedDate
        || index + 1 < tokens.Length && lexicon.Months.ContainsKey(tokens[index + 1].Text);

    // "SDXL 4 commercial stuff", "made 2 sell"
    private bool IsPreposition(ImmutableArray<Token> tokens, int index) =>
        tokens[index].Text is "2" or "4"
        && index + 1 < tokens.Length
        && lexicon.CuesFrom(tokens[index + 1].Text).Any(cue => cue is { Group: "cues", Value: "commercial_use" });

    // The month and day of a snapshot: 0324.
    private static bool IsStamp(string text) => text is [>= '0' and <= '1', _, >= '0' and <= '3', _];

    // k3, r5, 4v; not the sizes 7b, 400m, 8x7b, nor fp8 and int4.
    private bool IsVersion(string text) =>
        text.AsSpan().ContainsAnyInRange('0', '9') && !SizeOrFormat().IsMatch(text) && !lexicon.Knows(text);

    [GeneratedRegex(@"^(a|e)?\d+(\.\d+)?(x\d+(\.\d+)?)?(b|m|k|t|bn|e|bit)$|^\d+e$")]
    private static partial Regex SizeOrFormat();
}
