using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>What tells the role of a name: the words about it, in their order, the other names, and the name itself.</summary>
internal static class RoleFeatures
{
    /// <summary>How many weights each role has, a power of two.</summary>
    public const int Size = 1 << 14;

    /// <summary>The most features that a name has.</summary>
    public const int MaxCount = 96;

    private const int Near = 3;

    /// <summary>The features of a name, as indices of weights.</summary>
    public static int Collect(ImmutableArray<Token> tokens, ImmutableArray<Mention> mentions, int index, Span<int> features)
    {
        var mention = mentions[index];
        var sentence = tokens[mention.Start].Sentence;
        var kind = KindOf(mention);
        var list = new FeatureList(features, Size);
        Span<uint> around = stackalloc uint[2 * Near];
        for (var i = 0; i < Near; i++)
        {
            around[i] = SymbolAt(tokens, mentions, mention.Start - 1 - i, sentence);
            around[Near + i] = SymbolAt(tokens, mentions, mention.End + i, sentence);
        }

        list.Add(1, kind);
        list.Add(
            2,
            FeatureHash.Create(tokens[mention.Start].Text),
            mention.Count > 1 ? FeatureHash.Create(tokens[mention.End - 1].Text) : 0
        );
        var form = FormOf(mention, tokens[mention.Start]);
        list.Add(29, form, kind);
        list.Add(30, form, FeatureHash.Mix(around[0], around[Near]));
        for (var i = 0; i < around.Length; i++)
        {
            list.Add(3u + (uint)i, around[i]);
            list.Add(10u + (uint)i, around[i], kind);
        }

        list.Add(20, around[0], around[1]);
        list.Add(21, around[Near], around[Near + 1]);
        list.Add(22, around[0], around[Near]);
        list.Add(23, FeatureHash.Mix(around[0], around[Near]), kind);
        list.Add(24, FeatureHash.Mix(around[0], around[1]), kind);
        for (var other = 0; other < mentions.Length; other++)
        {
            if (other != index && tokens[mentions[other].Start].Sentence == sentence)
                list.Add(other < index ? 25u : 26u, KindOf(mentions[other]), kind);
        }

        for (var i = 0; i < tokens.Length && !list.IsFull; i++)
        {
            if (tokens[i].Sentence == sentence && (i < mention.Start || i >= mention.End))
                list.Add(27, SymbolAt(tokens, mentions, i, sentence));
            if (tokens[i].Sentence == sentence && i >= mention.End)
                list.Add(28, SymbolAt(tokens, mentions, i, sentence), kind);
        }

        return list.Count;
    }

    private static uint SymbolAt(ImmutableArray<Token> tokens, ImmutableArray<Mention> mentions, int at, int sentence)
    {
        if (at < 0 || at >= tokens.Length || tokens[at].Sentence != sentence)
            return at < 0 ? 1u : 2u;
        foreach (var mention in mentions)
        {
            if (mention.Start <= at && at < mention.End)
                return FeatureHash.Mix(3, KindOf(mention));
        }

        return FeatureHash.Create(tokens[at].Text);
    }

    // BLOOM and falcon180b are hardly ordinary words; bloom and falcon may be.
    private static uint FormOf(Mention mention, Token first)
    {
        var raw = first.Raw;
        return (mention.Typed.Any(char.IsAsciiDigit) ? 1u : 0u)
            | (char.IsUpper(raw[0]) ? 2u : 0u)
            | (raw.Length > 1 && char.IsUpper(raw[1]) ? 4u : 0u)
            | (CommonEnglishWords.Find(first.Text) != WordClasses.None ? 8u : 0u)
            | (mention.Count > 1 ? 16u : 0u);
    }

    private static uint KindOf(Mention mention) =>
        mention.IsUnknown
            ? 9u
            : mention.Candidates[0].Subject.Kind switch
            {
                SubjectKind.Licence => 6u,
                SubjectKind.Organization => 7u,
                _ => 8u,
            };
}
