using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Learning;

/// <summary>Puts the kinds of names, numbers and dates in their places, so that what is learned of one name holds for all.</summary>
internal sealed class Masker(Lexicon lexicon)
{
    /// <summary>A model or family.</summary>
    public const string Model = "MODEL";

    /// <summary>A maker.</summary>
    public const string Organization = "ORG";

    /// <summary>A licence.</summary>
    public const string Licence = "LICENCE";

    /// <summary>A name-like word of which nothing is known.</summary>
    public const string Unknown = "UNKNOWN";

    private const string Year = "YEAR";
    private const string Month = "MONTH";
    private const string Number = "NUM";

    private static readonly ImmutableArray<string> Masks = [Model, Organization, Licence, Unknown, Year, Month, Number];

    /// <summary>The masked words.</summary>
    /// <param name="tokens">The words of the question.</param>
    /// <param name="links">The names in it that are known.</param>
    /// <param name="isUnknown">Whether the word at an index names something that is not known.</param>
    /// <param name="isMasked">Whether masks may stand in it already, as in rows of the training.</param>
    public ImmutableArray<MaskedWord> Mask(ImmutableArray<Token> tokens, ImmutableArray<Link> links, Func<int, bool> isUnknown, bool isMasked = false)
    {
        var words = ImmutableArray.CreateBuilder<MaskedWord>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (At(links, i) is { } link)
            {
                words.Add(new MaskedWord(KindOf(link.Subject), null));
                i = Math.Max(i, link.End - 1);
                continue;
            }

            var text = tokens[i].Text;
            if (isMasked && Masks.Contains(tokens[i].Raw))
                words.Add(new MaskedWord(tokens[i].Raw, null));
            else if (tokens[i].IsYear)
                words.Add(new MaskedWord(Year, null));
            else if (tokens[i].IsNumber)
                words.Add(new MaskedWord(Number, null));
            else if (lexicon.Months.ContainsKey(text) && text != "may")
                words.Add(new MaskedWord(Month, null));
            else if (isUnknown(i))
                words.Add(new MaskedWord(Unknown, text));
            else
                words.Add(new MaskedWord(text, text));
        }

        return words.DrainToImmutable();
    }

    /// <summary>What is known of a question beside its words: which names it has, and words of which groups.</summary>
    public static ImmutableArray<string> Marks(ImmutableArray<MaskedWord> words, ImmutableArray<CueHit> cues)
    {
        var marks = ImmutableArray.CreateBuilder<string>();
        var names = 0;
        foreach (var word in words)
        {
            if (word.Mask is Model or Organization)
                names++;
        }

        marks.Add(names switch { 0 => "names 0", 1 => "names 1", 2 => "names 2", _ => "names 3" });
        marks.Add(words.Length switch { < 3 => "words 2", < 6 => "words 5", < 12 => "words 11", _ => "words 12" });
        foreach (var group in cues.Select(hit => hit.Cue.Group).Distinct().Order(StringComparer.Ordinal))
            marks.Add(group);
        return marks.DrainToImmutable();
    }

    private static Link? At(ImmutableArray<Link> links, int index)
    {
        foreach (var link in links)
        {
            if (link.Start <= index && index < link.End)
                return link;
        }

        return null;
    }

    private static string KindOf(SubjectView view) => view.Subject.Kind switch
    {
        SubjectKind.Organization => Organization,
        SubjectKind.Licence => Licence,
        _ => Model,
    };
}
