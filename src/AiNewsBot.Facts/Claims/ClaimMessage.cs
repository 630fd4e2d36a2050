using System.Collections.Immutable;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>A message cut into words, with the names in it and what is known of the words.</summary>
/// <param name="Tokens">Its words.</param>
/// <param name="Units">Words, names and marks, in order.</param>
/// <param name="Names">The names, in order.</param>
/// <param name="Hits">Phrases and cues.</param>
/// <param name="Dates">The dates in it.</param>
internal sealed record ClaimMessage(
    ImmutableArray<Token> Tokens,
    ImmutableArray<ClaimUnit> Units,
    ImmutableArray<ClaimName> Names,
    ImmutableArray<PhraseHit> Hits,
    ImmutableArray<DatePhrase> Dates
)
{
    private const uint Outside = 1;
    private const float MinAspect = 0.15f;
    private const float SureAspect = 0.5f;

    /// <summary>What the rules of clauses read in it.</summary>
    public ImmutableArray<Proposition> Rules { get; init; } = [];

    /// <summary>What the rules say on a kind: 0 nothing, 1 that it is said, 2 that it is denied, 3 both; of a subject, or of any.</summary>
    public uint RulesOn(string kind, SubjectView? of)
    {
        var bits = 0u;
        foreach (var rule in Rules)
        {
            if ((of is null || rule.Subject == of) && ClaimKinds.Of(rule.Says) is var said && said.Kind == kind)
                bits |= said.IsDenied ? 2u : 1u;
        }

        return bits;
    }

    /// <summary>By unit, the hashes of the groups that it is of.</summary>
    public ImmutableArray<uint>[] Groups { get; } = GroupsOf(Units, Hits);

    /// <summary>By unit, what its clause is about as a question would be, as hashes.</summary>
    public ImmutableArray<uint>[] Aspects { get; } = AspectsOf(Units);

    /// <summary>The hash of a unit; of none outside of the message.</summary>
    public uint HashAt(int unit) => unit < 0 || unit >= Units.Length ? Outside : Units[unit].Hash;

    /// <summary>The same, and of none outside of a sentence and its marks.</summary>
    public uint HashAt(int unit, int sentence) =>
        unit < 0 || unit >= Units.Length || Units[unit].Sentence != sentence && !Units[unit].IsMark ? Outside : Units[unit].Hash;

    /// <summary>Where a sentence begins and ends.</summary>
    public (int Start, int End) SentenceOf(int unit)
    {
        var (start, end) = (unit, unit + 1);
        while (start > 0 && Units[start - 1].Sentence == Units[unit].Sentence && Units[start - 1].Mask is not ("." or "?"))
            start--;
        while (end < Units.Length && Units[end].Sentence == Units[unit].Sentence)
            end++;
        return (start, end);
    }

    /// <summary>How many names between two units something may be said of.</summary>
    public int Subjects(int start, int end)
    {
        var count = 0;
        foreach (var name in Names)
            count += name.IsSubject && name.Unit >= start && name.Unit < end ? 1 : 0;
        return count;
    }

    /// <summary>Index of the unit of a word.</summary>
    public int UnitAt(int token)
    {
        for (var i = 0; i < Units.Length; i++)
        {
            if (Units[i].Start <= token && token < Units[i].End)
                return i;
        }

        return Units.Length;
    }

    /// <summary>The phrases of a group within units.</summary>
    public IEnumerable<PhraseHit> HitsIn(string group, int start, int end)
    {
        if (start >= end)
            return [];
        var (from, to) = (Units[start].Start, Units[end - 1].End);
        return Hits.Where(hit => hit.Group == group && hit.Start < to && from < hit.End);
    }

    // The classifier of questions has seen thousands of ways to speak of each matter.
    private static ImmutableArray<uint>[] AspectsOf(ImmutableArray<ClaimUnit> units)
    {
        var aspects = new ImmutableArray<uint>[units.Length];
        for (var (start, end) = (0, 0); start < units.Length; start = end)
        {
            var words = new List<MaskedWord>();
            while (end < units.Length && units[end].Clause == units[start].Clause)
            {
                if (!units[end].IsMark)
                    words.Add(
                        new MaskedWord(
                            units[end].Mask,
                            units[end].Name < 0 && units[end].Mask is not ("YEAR" or "NUM" or "MONTH") ? units[end].Mask : null
                        )
                    );
                end++;
            }

            aspects.AsSpan(start..end).Fill(words.Count == 0 ? [] : AspectsOf([.. words]));
        }

        return aspects;
    }

    private static ImmutableArray<uint> AspectsOf(ReadOnlySpan<MaskedWord> words)
    {
        var classifier = AspectClassifier.Shipped;
        var scores = classifier.Score(words, []);
        var found = ImmutableArray.CreateBuilder<uint>();
        for (var i = 0; i < classifier.Labels.Length; i++)
        {
            if (scores.First[i] >= MinAspect)
            {
                found.Add(FeatureHash.Create(AspectChoice.Base(classifier.Labels[i])));
                found.Add(FeatureHash.Mix(FeatureHash.Create(classifier.Labels[i]), scores.First[i] >= SureAspect ? 1u : 0u));
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<uint>[] GroupsOf(ImmutableArray<ClaimUnit> units, ImmutableArray<PhraseHit> hits)
    {
        var groups = new ImmutableArray<uint>[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            groups[i] = unit.IsMark
                ? []
                :
                [
                    .. hits.Where(hit => hit.Start < unit.End && unit.Start < hit.End)
                        .SelectMany(hit =>
                            hit.Value.Length == 0
                                ? (uint[])[FeatureHash.Create(hit.Group)]
                                :
                                [
                                    FeatureHash.Create(hit.Group),
                                    FeatureHash.Mix(FeatureHash.Create(hit.Group), FeatureHash.Create(hit.Value)),
                                ]
                        )
                        .Distinct(),
                ];
        }

        return groups;
    }
}
