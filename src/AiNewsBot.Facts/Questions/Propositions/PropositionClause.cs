using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>A clause of a text: the words from one index to another, with the phrases and names in it.</summary>
/// <param name="Tokens">The words of the whole text.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index of the word behind it.</param>
/// <param name="AllHits">The phrases of the whole text.</param>
/// <param name="AllNames">The names of the whole text.</param>
/// <param name="Facts">What the names mean.</param>
internal sealed record PropositionClause(
    ImmutableArray<Token> Tokens,
    int Start,
    int End,
    List<PhraseHit> AllHits,
    ImmutableArray<EntityLink> AllNames,
    FactBase Facts
)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    // Phrases that say something by themselves, in any surroundings.
    private static readonly HashSet<string> Speaking =
    [
        "suppositions",
        "speech",
        "asking",
        "contrasts",
        "makers",
        "making",
        "bases",
        "derived",
        "answers",
        "conditions",
        "commercial",
        "training_verbs",
        "other_models",
        "permission",
        "documents",
        "definitions",
        "joining",
        "joining_fillers",
        "asked_subjects",
        "ellipses",
        "likenesses",
        "parties",
        "paying",
        "catches",
        "base_nouns",
        "scratch",
        "provisos",
        "excepting",
        "ranks",
        "shares",
    ];

    /// <summary>Whether it is of a message to check, which speaks of software as of models, and not of a question.</summary>
    public bool IsMessage { get; init; }

    /// <summary>What the whole text excepts.</summary>
    public ImmutableArray<PropositionException> AllExceptions { get; init; } = [];

    /// <summary>What it excepts from what it says.</summary>
    public IEnumerable<PropositionException> Exceptions => AllExceptions.Where(one => one.Start >= Start && one.Start < End);

    // A question is read in tens of microseconds and most groups have no hit: arrays, since an empty one costs nothing.
    public ImmutableArray<PhraseHit> Hits(string group)
    {
        ImmutableArray<PhraseHit>.Builder? hits = null;
        foreach (var hit in AllHits)
        {
            if (IsIn(hit, group))
                (hits ??= ImmutableArray.CreateBuilder<PhraseHit>(1)).Add(hit);
        }

        return hits?.DrainToImmutable() ?? [];
    }

    public bool Has(string group)
    {
        foreach (var hit in AllHits)
        {
            if (IsIn(hit, group))
                return true;
        }

        return false;
    }

    public ImmutableArray<EntityLink> Names => Kept(static (clause, link) => true);

    /// <summary>Models that it speaks of, without those that it only sets them beside.</summary>
    public ImmutableArray<EntityLink> Models =>
        Kept(
            static (clause, link) =>
                (link.Subject.IsModel || clause.IsMessage && link.Subject.Subject.Kind == SubjectKind.Software)
                && clause.IsCertain(link)
                && !clause.IsContrast(link)
                && !clause.IsWithin(link)
                && !clause.IsSource(link)
                && !clause.IsMaker(link)
                && !clause.IsAgent(link)
        );

    /// <summary>Whether it names what is not known for certain: a version that no model has, a name of several.</summary>
    public bool NamesUnknown => !Kept(static (clause, link) => !clause.IsCertain(link)).IsEmpty;

    public ImmutableArray<EntityLink> Makers =>
        Kept(
            static (clause, link) =>
                link.Subject.Subject.Kind == SubjectKind.Organization
                && clause.IsCertain(link)
                && !clause.IsContrast(link)
                && !clause.IsPlace(link)
                && !clause.IsAgent(link)
                && !clause.IsOfLicence(link)
        );

    public ImmutableArray<EntityLink> Licences => Kept(static (clause, link) => link.Subject is Licence && clause.IsCertain(link));

    public int Sentence => Tokens[Start].Sentence;

    public string Text => string.Join(' ', Tokens.Skip(Start).Take(End - Start).Select(token => token.Raw));

    /// <summary>The indices from one to another; none where they are out of order, as
    /// where a name runs over from the clause before.</summary>
    public static IEnumerable<int> Between(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from));

    public bool IsName(int index)
    {
        foreach (var link in AllNames)
        {
            if (link.Start <= index && index < link.End)
                return true;
        }

        return false;
    }

    /// <summary>Whether it is denied up to a word: each word that denies turns it round.</summary>
    public bool IsDenied(int upTo, int count = 1, bool isQuestion = false)
    {
        var kept = Hits("not_denials");
        var last = "";
        var isNeither = false;
        var denied = false;
        foreach (var hit in Hits("denials"))
        {
            var isBehind =
                hit.Start >= upTo && !Words.Is("falsities", Tokens[hit.Start].Text) && !(IsMessage && IsRejected(hit, upTo + count));
            var isOfPhrase = hit.Start >= upTo && hit.Start < upTo + count;
            if (
                isBehind
                || isOfPhrase
                || IsLeave(hit)
                || kept.Any(other => other.Overlaps(hit))
                || isQuestion && hit.Start == Start && Words.Is("auxiliaries", Tokens[hit.Start].Text)
            )
                continue;
            if (isNeither && Tokens[hit.Start].Text == "nor")
                continue;
            isNeither |= Tokens[hit.Start].Text == "neither";

            // "Não é não" denies once, and so does "no tiene ninguna".
            if (Tokens[hit.Start].Text == last || denied && Words.Is("nones", Tokens[hit.Start].Text))
                continue;
            last = Tokens[hit.Start].Text;
            denied = !denied;
        }

        return denied;
    }

    // "Open weights yes, open source no"
    private bool IsRejected(PhraseHit denial, int behind) =>
        denial.Start == behind && denial.End == End && Tokens[denial.Start].Text is "no" or "nope" or "nein" or "non" or "nao";

    /// <summary>"Without permission": what is denied then is denied, and not allowed.</summary>
    public bool IsLeave(PhraseHit denial) =>
        Tokens[denial.Start].Text == "without" && Hits("permission").Any(hit => hit.Start >= denial.End && hit.Start - denial.End < 3);

    /// <summary>Whether words say nothing of their own, from one index to another: pronouns,
    /// forms of "to be", phrases that are read by themselves.</summary>
    public bool IsEmptyBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!IsEmpty(i))
                return false;
        }

        return true;
    }

    public bool IsEmpty(int index)
    {
        var word = Tokens[index].Text;
        return IsName(index)
            || Words.Is("carriers", word)
            || IsMonth(word)
            || char.IsAsciiDigit(word[0])
            || index > Start && char.IsAsciiDigit(Tokens[index - 1].Text[0]) && !IsName(index - 1) && Words.Is("units", word)
            || word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal)
            || IsInPhrase(index);
    }

    private bool IsInPhrase(int index)
    {
        foreach (var hit in AllHits)
        {
            if (hit.Start <= index && index < hit.End && (!Speaking.Contains(hit.Group) || IsOfTerm(hit)))
                return true;
        }

        return false;
    }

    // "OSI open source" is open source by the definition of OSI.
    private bool IsOfTerm(PhraseHit hit) =>
        hit.Group == "definitions" && AllHits.Exists(other => other.Group == "terms" && other.Start == hit.End);

    private bool IsIn(PhraseHit hit, string group) => hit.Start >= Start && hit.End <= End && hit.Group == group;

    private ImmutableArray<EntityLink> Kept(Func<PropositionClause, EntityLink, bool> isKept)
    {
        ImmutableArray<EntityLink>.Builder? kept = null;
        foreach (var link in AllNames)
        {
            if (link.End > Start && link.End <= End && isKept(this, link))
                (kept ??= ImmutableArray.CreateBuilder<EntityLink>(1)).Add(link);
        }

        return kept?.DrainToImmutable() ?? [];
    }

    private static bool IsMonth(string word) => AiNewsBot.Facts.Language.Languages.Lexicon.Months.ContainsKey(word);

    public bool IsCopula(int index) =>
        index >= Start && (Words.Is("copulas", Tokens[index].Text) || Tokens[index].Raw is [.., '\'' or '’', 's' or 'S']);
}
