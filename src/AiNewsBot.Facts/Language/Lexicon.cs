using System.Collections.Immutable;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Language;

/// <summary>How people ask, in every language that the bot reads: cues, stop-words
/// and names of months, read from the language files.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, ImmutableArray<Cue>> _cues;
    private readonly ImmutableArray<Cue> _unspacedCues;
    private readonly Dictionary<string, ImmutableArray<Cue>>? _taught;
    private readonly HashSet<string> _taughtWords = [];
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _english;
    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, string> _languageOf;
    private readonly SpellingCorrector _nearWords;
    private readonly SpellingCorrector _products;
    private readonly Dictionary<string, ImmutableArray<ImmutableArray<string>>> _otherNames;

    internal Lexicon(ImmutableArray<LanguageFile> files)
    {
        Languages = [.. files.Select(file => file.Language)];
        var cues = files.SelectMany(file => file.Cues.Concat(file.Details)).ToArray();
        _cues = cues.Where(cue => !cue.IsUnspaced)
            .GroupBy(cue => cue.Words[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(cue => cue.Words.Length).ToImmutableArray());
        _unspacedCues = [.. cues.Where(cue => cue.IsUnspaced).OrderByDescending(cue => cue.Words[0].Length)];
        Countries = [.. cues.Where(cue => cue.Group == "countries")];
        StopWords = files.SelectMany(file => file.StopWords).ToHashSet();
        FillWords = files.SelectMany(file => file.FillWords).ToHashSet();
        Markers = files
            .SelectMany(file => file.Markers.Select(marker => (marker, file.Language)))
            .GroupBy(pair => pair.marker)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Language).ToImmutableArray());
        OrdinaryWords = files.SelectMany(file => file.OrdinaryWords).ToHashSet();
        Denials = files.SelectMany(file => file.Denials).ToHashSet();
        Places = files.SelectMany(file => file.Places).ToHashSet();
        Territories = files.SelectMany(file => file.Territories).ToHashSet();
        LeftOut = files.SelectMany(file => file.LeftOut).ToHashSet();
        Numbers = files.SelectMany(file => file.Numbers).DistinctBy(number => number.Key).ToDictionary();
        Products = files.SelectMany(file => file.Products).DistinctBy(product => product.Key).ToDictionary();
        Synonyms = files.SelectMany(file => file.Synonyms).DistinctBy(synonym => synonym.Key).ToDictionary();
        _otherNames = files
            .SelectMany(file => file.OtherNames)
            .GroupBy(name => name[0])
            .ToDictionary(group => group.Key, group => group.ToImmutableArray());
        Months = files.SelectMany(file => file.Months).DistinctBy(month => month.Key).ToDictionary();
        RegionNames = files.SelectMany(file => file.RegionNames).DistinctBy(region => region.Key).ToDictionary();
        var regions = files.SelectMany(file => file.Regions).ToDictionary();
        Regions = regions
            .Concat(RegionNames.Select(name => KeyValuePair.Create(name.Key, regions[name.Value])))
            .DistinctBy(region => region.Key)
            .ToDictionary();
        _names = files.SelectMany(file => file.Names).DistinctBy(name => name.Key).ToDictionary();
        _languageOf = files
            .SelectMany(file => file.Words().Distinct().Select(word => (word, file.Language)))
            .GroupBy(pair => pair.word)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Language);
        Spellers = files.ToDictionary(file => file.Language, file => new SpellingCorrector(file.Cues.SelectMany(cue => cue.Words)));
        _products = new SpellingCorrector(Products.Keys);
        _nearWords = new SpellingCorrector(files[0].Words(), shortest: 3);
        ConditionNames = files[0]
            .Cues.Where(cue => cue.Group == "conditions")
            .GroupBy(cue => cue.Value)
            .ToDictionary(group => group.Key, group => string.Join(' ', group.First().Words));
        _english = files[0].Words().ToHashSet();
        _words = files.SelectMany(file => file.Words()).ToHashSet();
    }

    // Shares everything with its root but the words that were taught.
    private Lexicon(Lexicon root, ImmutableArray<Cue> taught)
    {
        (_cues, _words, _english, _names, _languageOf, _nearWords, _products, _otherNames) = (
            root._cues,
            root._words,
            root._english,
            root._names,
            root._languageOf,
            root._nearWords,
            root._products,
            root._otherNames
        );
        (Languages, StopWords, FillWords, Markers, OrdinaryWords, Denials, Places) = (
            root.Languages,
            root.StopWords,
            root.FillWords,
            root.Markers,
            root.OrdinaryWords,
            root.Denials,
            root.Places
        );
        (Products, Synonyms, Months, Regions, Spellers, ConditionNames) = (
            root.Products,
            root.Synonyms,
            root.Months,
            root.Regions,
            root.Spellers,
            root.ConditionNames
        );
        (Numbers, Territories, LeftOut, RegionNames, Countries) = (
            root.Numbers,
            root.Territories,
            root.LeftOut,
            root.RegionNames,
            root.Countries
        );
        _taught = taught
            .Where(cue => !cue.IsUnspaced)
            .GroupBy(cue => cue.Words[0])
            .ToDictionary(
                group => group.Key,
                group =>
                    group.Concat(root._cues.GetValueOrDefault(group.Key, [])).OrderByDescending(cue => cue.Words.Length).ToImmutableArray()
            );
        _taughtWords = taught.SelectMany(cue => cue.Words).ToHashSet();
        _unspacedCues = [.. root._unspacedCues.Concat(taught.Where(cue => cue.IsUnspaced)).OrderByDescending(cue => cue.Words[0].Length)];
    }

    /// <summary>The languages, English first.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>Words that say nothing of what is asked.</summary>
    public IReadOnlySet<string> StopWords { get; }

    /// <summary>Words that do not even tell one way of asking from another; who, when and why do.</summary>
    public IReadOnlySet<string> FillWords { get; }

    /// <summary>Words by which a language is recognised.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Markers { get; }

    /// <summary>Words of everyday language so near a name that they could pass for a typo of it, without being one.</summary>
    public IReadOnlySet<string> OrdinaryWords { get; }

    /// <summary>Words by which a claim is denied: not, never.</summary>
    public IReadOnlySet<string> Denials { get; }

    /// <summary>Where models are hosted, independent of their makers, such as a hub.</summary>
    public IReadOnlySet<string> Places { get; }

    /// <summary>Parts of the world that licences leave out, as nouns.</summary>
    public IReadOnlySet<string> Territories { get; }

    /// <summary>Words before a name that a list leaves out: not, apart.</summary>
    public IReadOnlySet<string> LeftOut { get; }

    /// <summary>Numbers as words: a, two.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>Words that make another model of a name that they follow, with the modality of which they are one, or nothing.</summary>
    public IReadOnlyDictionary<string, string> Products { get; }

    /// <summary>Words that mean the same in questions on topics.</summary>
    public IReadOnlyDictionary<string, string> Synonyms { get; }

    /// <summary>Names of months.</summary>
    public IReadOnlyDictionary<string, int> Months { get; }

    /// <summary>Names of regions, with their countries.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Regions { get; }

    /// <summary>How countries are named in every language; the values are their codes.</summary>
    public ImmutableArray<Cue> Countries { get; }

    /// <summary>Names of regions in other languages, with the English ones.</summary>
    public IReadOnlyDictionary<string, string> RegionNames { get; }

    /// <summary>By language, what words of a question were meant to be.</summary>
    public IReadOnlyDictionary<string, SpellingCorrector> Spellers { get; }

    /// <summary>How kinds of conditions are called: by the first of their cues.</summary>
    public IReadOnlyDictionary<string, string> ConditionNames { get; }

    /// <summary>The cues that begin with a word, longest first.</summary>
    public ImmutableArray<Cue> CuesFrom(string word) =>
        _taught is not null && _taught.TryGetValue(word, out var taught) ? taught : _cues.GetValueOrDefault(word, []);

    /// <summary>The cues of languages written without spaces, longest first.</summary>
    public ImmutableArray<Cue> UnspacedCues => _unspacedCues;

    /// <summary>The same lexicon with more cues.</summary>
    internal Lexicon With(ImmutableArray<Cue> taught) => new(this, taught);

    /// <summary>Words with names in another script as they are written in Latin letters: グロック is grok; 通义千问是 is qwen and 是.</summary>
    public ImmutableArray<Token> InLatin(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? latin = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (char.IsAscii(token.Text[0]))
            {
                latin?.Add(token);
                continue;
            }

            if (_names.TryGetValue(token.Text, out var name))
                (latin ??= Before(tokens, i)).Add(token with { Text = name });
            else if (Tokenizer.IsCjk(token.Text[0]) && NameWithin(token.Text) is { } within)
                AddParts(latin ??= Before(tokens, i), token, within);
            else
                latin?.Add(token);
        }

        return latin?.ToImmutable() ?? tokens;
    }

    private static ImmutableArray<Token>.Builder Before(ImmutableArray<Token> tokens, int count)
    {
        var builder = ImmutableArray.CreateBuilder<Token>(tokens.Length + 2);
        builder.AddRange(tokens.AsSpan()[..count]);
        return builder;
    }

    // Words that are written without spaces hold the name among others; of several the longest is meant.
    private string? NameWithin(string word) =>
        Tokenizer.Script(word[0]) == 3
            ? _names
                .Keys.Where(key => key.Length > 1 && key.Length < word.Length && word.Contains(key, StringComparison.Ordinal))
                .MaxBy(key => key.Length)
            : null;

    private void AddParts(ImmutableArray<Token>.Builder parts, Token token, string name)
    {
        var at = token.Text.IndexOf(name, StringComparison.Ordinal);
        if (at > 0)
            parts.Add(token with { Text = token.Text[..at], Raw = token.Text[..at] });
        parts.Add(token with { Text = _names[name], Raw = name });
        if (at + name.Length < token.Text.Length)
            parts.Add(token with { Text = token.Text[(at + name.Length)..], Raw = token.Text[(at + name.Length)..] });
    }

    /// <summary>Whether words are the name of something known that is no model here.</summary>
    public bool IsOtherName(ImmutableArray<Token> tokens, int start, int count)
    {
        foreach (var name in _otherNames.GetValueOrDefault(tokens[start].Text, []))
        {
            var i = 0;
            while (i < name.Length && i < count && tokens[start + i].Text == name[i])
                i++;
            if (i == name.Length && i == count)
                return true;
        }

        return false;
    }

    /// <summary>The word that makes another model of a name, within a letter; null without one.</summary>
    public string? ProductOf(string word) =>
        Products.ContainsKey(word) ? word
        : Knows(word) ? null
        : _products.Correct(word);

    /// <summary>Whether a word by itself asks for a licence.</summary>
    public bool IsLicenceWord(string word) => CuesFrom(word).Any(cue => cue is { Group: "cues", Value: "licence", Words.Length: 1 });

    /// <summary>The word that shows by itself what is asked, and that a word is one letter off; null without one.</summary>
    public string? CueOf(string word) =>
        Spellers[Languages[0]].Correct(word) is { } meant && CuesFrom(meant).Any(cue => cue.Words.Length == 1 && cue.Group == "cues")
            ? meant
            : null;

    /// <summary>Whether a word is one letter off a word of English.</summary>
    public bool IsNearWord(string word) => _nearWords.Correct(word) is not null;

    /// <summary>The only language that has a word; null when several have it, or none.</summary>
    public string? LanguageOf(string word) => _languageOf.GetValueOrDefault(word);

    /// <summary>Whether a word is of the language rather than a name.</summary>
    public bool Knows(string word) => _words.Contains(word) || _taughtWords.Contains(word);

    /// <summary>Whether a word is of English, for a text that is; of any language for one that may be in another.</summary>
    public bool Knows(string word, bool isEnglish) => isEnglish ? _english.Contains(word) || _taughtWords.Contains(word) : Knows(word);

    /// <summary>Whether a text has words that only another language than English has.</summary>
    internal bool IsForeign(ImmutableArray<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (LanguageOf(token.Text) is { } language && language != Languages[0] || Tokenizer.IsCjk(token.Text[0]))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text shows itself to be English.</summary>
    public bool IsEnglish(ImmutableArray<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (Markers.TryGetValue(token.Text, out var languages) && languages.Contains(Languages[0]))
                return true;
        }

        return false;
    }
}
