using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>What tells whether a name in a story is that of a model or its maker: how it is written, the words about it, and the other
/// names.</summary>
internal static class StoryFeatures
{
    /// <summary>How many weights there are, a power of two.</summary>
    public const int Size = 1 << 13;

    /// <summary>The most features that a name has.</summary>
    public const int MaxCount = 96;

    // So many words with a capital are a headline in title case, in which a capital says nothing.
    private const double TitleCaseShare = 0.7;
    private const uint Edge = 5;

    /// <summary>How a name is written.</summary>
    public static NameForm FormOf(EntityLink link, ImmutableArray<Token> tokens)
    {
        var words = tokens[link.Start..link.End];
        if (
            words.Any(IsVersion)
            || link.End < tokens.Length
                && tokens[link.End].Joint is ' ' or '-'
                && IsVersion(tokens[link.End])
                && char.IsUpper(words[0].Raw[0])
        )
            return NameForm.Certain;
        var letters = words.Sum(word => word.Text.Count(char.IsLetter));
        if (words is not [var only])
            return words.All(word => IsEnglish(word.Text) || word.IsNumber) ? NameForm.Phrase
                : letters > 2 ? NameForm.Certain
                : NameForm.Short;
        if (only.Text.Any(char.IsAsciiDigit))
            return letters > 2 ? NameForm.Certain : NameForm.Short;
        return only.Raw.Skip(1).SkipLast(only.IsPossessive ? 2 : 0).Any(char.IsUpper) ? NameForm.Certain
            : IsEnglish(only.Text) ? NameForm.Word
            : NameForm.Coined;
    }

    /// <summary>The features of a name, as indices of weights.</summary>
    public static int Collect(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, int index, Span<int> features)
    {
        var link = links[index];
        var (first, sentence) = (tokens[link.Start], tokens[link.Start].Sentence);
        var form = FormOf(link, tokens);
        var (written, kind) = ((uint)form | CaseOf(link, tokens) << 4, KindOf(link));
        var possessive = tokens[link.End - 1].IsPossessive ? 1u : 0u;
        var before = Beside(tokens, link.Start - 1, sentence, first.Joint);
        var after = Beside(tokens, link.End, sentence, link.End < tokens.Length ? tokens[link.End].Joint : ' ');
        var list = new FeatureList(features, Size);
        list.Add(1, (uint)form);
        list.Add(2, written);
        list.Add(3, kind, (uint)form);
        list.Add(4, before);
        list.Add(5, after);
        list.Add(6, before, kind);
        list.Add(7, after, kind);
        list.Add(8, before, after);
        list.Add(9, after, (uint)form);
        list.Add(10, before, (uint)form);
        list.Add(11, WordAt(tokens, link.Start - 1, sentence));
        list.Add(12, WordAt(tokens, link.End, sentence));
        list.Add(13, FeatureHash.Mix(possessive, kind), (uint)form);
        list.Add(14, after, FeatureHash.Mix(possessive, kind, CaseOf(link, tokens)));
        list.Add(15, form is NameForm.Word or NameForm.Coined ? FeatureHash.Create(first.Text.AsSpan().TrimEnd('s')) : 0);
        var others = OthersOf(tokens, links, index);
        list.Add(16, others);
        list.Add(17, others, (uint)form);
        for (var i = 0; i < tokens.Length && !list.IsFull; i++)
        {
            if (tokens[i].Sentence == sentence && (i < link.Start || i >= link.End))
                list.Add(18, FeatureHash.Create(tokens[i].Text));
        }

        return list.Count;
    }

    // Sonnet 4.5, Suno v5, Jamba 3B: hardly anything else comes in such versions and sizes.
    private static bool IsVersion(Token word) =>
        word.IsNumber && (word.Text[0] == 'v' || word.Text.Contains('.', StringComparison.Ordinal))
        || word.Text is [>= '0' and <= '9', .., 'b'] && word.Text.AsSpan(0, word.Text.Length - 1).TrimStart("0123456789.").IsEmpty;

    private static bool IsEnglish(string word) =>
        CommonEnglishWords.Find(word) != WordClasses.None
        || word is [.., 's'] && CommonEnglishWords.Find(word.AsSpan(0, word.Length - 1)) != WordClasses.None;

    // Of a phrase each word has a capital where it is a name.
    private static uint CaseOf(EntityLink link, ImmutableArray<Token> tokens)
    {
        var isSmall = tokens[link.Start..link.End].Any(word => char.IsLower(word.Raw[0]));
        var sentence = tokens.Where(token => token.Sentence == tokens[link.Start].Sentence).ToArray();
        var isTitleCase = sentence.Length > 3 && sentence.Count(token => char.IsUpper(token.Raw[0])) >= sentence.Length * TitleCaseShare;
        return (isSmall ? 1u : 0u) | (isTitleCase ? 2u : 0u);
    }

    private static uint KindOf(EntityLink link) =>
        link.Subject.Subject.Kind switch
        {
            SubjectKind.Organization => 1u,
            SubjectKind.Software => 2u,
            _ => 3u,
        };

    private static uint WordAt(ImmutableArray<Token> tokens, int at, int sentence) =>
        at < 0 || at >= tokens.Length || tokens[at].Sentence != sentence ? 0 : FeatureHash.Create(tokens[at].Text);

    // What the word before or behind a name can be, and whether it is written with the name or a mark parts them.
    private static uint Beside(ImmutableArray<Token> tokens, int at, int sentence, char joint) =>
        at < 0 || at >= tokens.Length || tokens[at].Sentence != sentence
            ? Edge
            : FeatureHash.Mix(
                ClassOf(tokens[at]),
                joint switch
                {
                    ' ' => 0u,
                    '-' => 1u,
                    _ => 2u,
                }
            );

    private static uint ClassOf(Token word)
    {
        if (word.IsNumber)
            return word.Text.Contains('.', StringComparison.Ordinal) ? 1u
                : word.Text[0] == 'v' ? 2u
                : 3u;
        if (word.Text.Any(char.IsAsciiDigit))
            return 4u;
        var classes = CommonEnglishWords.Find(word.Text);
        return 8u
            | (classes == WordClasses.None ? 16u : 0u)
            | (uint)(classes & (WordClasses.Noun | WordClasses.Verb | WordClasses.Adjective)) << 8
            | (classes != WordClasses.None && word.Text.EndsWith('s') ? 32u : 0u)
            | (char.IsUpper(word.Raw[0]) ? 64u : 0u);
    }

    // Beside a name that nothing else has, another is more likely one.
    private static uint OthersOf(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, int index)
    {
        if (links.Length == 1)
            return 0;
        var forms = links.Where((_, at) => at != index).Select(link => FormOf(link, tokens)).ToArray();
        return forms.Contains(NameForm.Certain) ? 3u
            : forms.Contains(NameForm.Coined) ? 2u
            : 1u;
    }
}
