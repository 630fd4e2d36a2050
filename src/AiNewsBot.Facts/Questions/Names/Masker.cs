using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

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

    // Groups of words that a list is narrowed by, and the like: what is learned of one of them holds for all.
    private static readonly ImmutableArray<string> Groups =
    [
        "components",
        "conditions",
        "countries",
        "dates",
        "licence_groups",
        "modalities",
        "negations",
        "other_parts",
        "pronouns",
        "verdicts",
    ];

    /// <summary>The masked words.</summary>
    /// <param name="tokens">The words of the question.</param>
    /// <param name="links">The names in it that are known.</param>
    /// <param name="mentions">All names in it.</param>
    /// <param name="isMasked">Whether masks may stand in it already, as in rows of the training.</param>
    public ImmutableArray<MaskedWord> Mask(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        ImmutableArray<Mention> mentions,
        bool isMasked = false
    )
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
            else if (UnknownAt(mentions, i) is { } unknown)
            {
                words.Add(new MaskedWord(Unknown, text));
                i = unknown.End - 1;
            }
            else
                words.Add(new MaskedWord(text, text));
        }

        return words.DrainToImmutable();
    }

    /// <summary>What is known of a question beside its words: which names it has, and words of which groups.</summary>
    public static ImmutableArray<string> Marks(
        ImmutableArray<MaskedWord> words,
        ImmutableArray<CueHit> cues,
        ImmutableArray<EntityLink> topics
    )
    {
        var marks = ImmutableArray.CreateBuilder<string>(Groups.Length + 3);
        var names = 0;
        foreach (var word in words)
        {
            if (word.Mask is Model or Organization)
                names++;
        }

        marks.Add(
            names switch
            {
                0 => "names 0",
                1 => "names 1",
                2 => "names 2",
                _ => "names 3",
            }
        );
        marks.Add(
            words.Length switch
            {
                < 3 => "words 2",
                < 6 => "words 5",
                < 12 => "words 11",
                _ => "words 12",
            }
        );
        foreach (var group in Groups)
        {
            if (HasAny(cues, group))
                marks.Add(group);
        }

        foreach (var topic in topics)
        {
            if (topic.Count > 1)
            {
                marks.Add("topic");
                break;
            }
        }

        return marks.DrainToImmutable();
    }

    private static bool HasAny(ImmutableArray<CueHit> cues, string group)
    {
        foreach (var hit in cues)
        {
            if (hit.Cue.Group == group)
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of a row of the training is a mask.</summary>
    public static bool IsMask(Token token) => Masks.Contains(token.Raw);

    private static Mention? UnknownAt(ImmutableArray<Mention> mentions, int index)
    {
        foreach (var mention in mentions)
        {
            if (mention.IsUnknown && mention.Start <= index && index < mention.End)
                return mention;
        }

        return null;
    }

    private static EntityLink? At(ImmutableArray<EntityLink> links, int index)
    {
        foreach (var link in links)
        {
            if (link.Start <= index && index < link.End)
                return link;
        }

        return null;
    }

    private static string KindOf(SubjectView view) =>
        view.Subject.Kind switch
        {
            SubjectKind.Organization => Organization,
            SubjectKind.Licence => Licence,
            _ => Model,
        };
}
