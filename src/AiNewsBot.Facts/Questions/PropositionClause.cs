using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

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
    ];

    /// <summary>Whether software is spoken of, as models are.</summary>
    public bool CountsSoftware { get; init; }

    // A question is read in tens of microseconds and most groups have no hit: arrays, since an empty one costs nothing.
    public ImmutableArray<PhraseHit> Hits(string group)
    {
        ImmutableArray<PhraseHit>.Builder? hits = null;
        foreach (var hit in AllHits)
        {
            if (IsIn(hit, group))
                (hits ??= ImmutableArray.CreateBuilder<PhraseHit>()).Add(hit);
        }

        return hits?.ToImmutable() ?? [];
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
                (
                    link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family
                    || clause.CountsSoftware && link.Subject.Subject.Kind == SubjectKind.Software
                )
                && clause.IsCertain(link)
                && !clause.IsContrast(link)
                && !clause.IsWithin(link)
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
            var isBehind = hit.Start >= upTo && !Words.Is("falsities", Tokens[hit.Start].Text);
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

            // "Não é não" denies once.
            if (Tokens[hit.Start].Text == last)
                continue;
            last = Tokens[hit.Start].Text;
            denied = !denied;
        }

        return denied;
    }

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
            if (hit.Start <= index && index < hit.End && !Speaking.Contains(hit.Group))
                return true;
        }

        return false;
    }

    private bool IsIn(PhraseHit hit, string group) => hit.Start >= Start && hit.End <= End && hit.Group == group;

    private ImmutableArray<EntityLink> Kept(Func<PropositionClause, EntityLink, bool> isKept)
    {
        ImmutableArray<EntityLink>.Builder? kept = null;
        foreach (var link in AllNames)
        {
            if (link.End > Start && link.End <= End && isKept(this, link))
                (kept ??= ImmutableArray.CreateBuilder<EntityLink>()).Add(link);
        }

        return kept?.ToImmutable() ?? [];
    }

    private static bool IsMonth(string word) => AiNewsBot.Facts.Language.Languages.Lexicon.Months.ContainsKey(word);

    public bool IsCopula(int index) =>
        index >= Start && (Words.Is("copulas", Tokens[index].Text) || Tokens[index].Raw is [.., '\'' or '’', 's' or 'S']);

    /// <summary>Whether a name is where something is found: "on Hugging Face".</summary>
    public bool IsPlace(EntityLink link) =>
        link.Start > Start && Tokens[link.Start - 1].Text == "on" && link.Subject.Subject.Kind == SubjectKind.Organization;

    // In "Mistral released Mistral 7B" the first is the company, by whose name its family goes too.
    private bool IsMaker(EntityLink link) =>
        link.Subject.Subject.Kind == SubjectKind.Family
        && AllNames.Any(other =>
            other.Start > link.End
            && other.End <= End
            && other.Subject.Subject.Kind == SubjectKind.Release
            && Hits("makers").Any(hit => hit.Start == link.End && hit.End <= other.Start && IsEmptyBetween(hit.End, other.Start))
        );

    // "R1 1776 is just DeepSeek R1 and MIT" says nothing of the second.
    private bool IsNominal(EntityLink link) =>
        AllNames.Any(other =>
            other.Start >= Start
            && other.End < link.Start
            && other.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family
            && Tokens[other.Start].Clause == Tokens[link.Start].Clause
            && Between(other.End, link.Start).Any(IsCopulaWord)
            && Between(other.End, link.Start).All(index => IsCopulaWord(index) || IsHedge(index))
        );

    private bool IsCopulaWord(int index) => Words.Is("copulas", Tokens[index].Text);

    private bool IsHedge(int index) =>
        Words.Is("determiners", Tokens[index].Text) || Tokens[index].Text is "just" or "only" or "basically" or "really" or "simply";

    /// <summary>In "Bark by Suno" the second name is who made the first.</summary>
    public bool IsAgent(EntityLink link) =>
        link.Start > Start + 1
        && Tokens[link.Start - 1].Text == "by"
        && AllNames.Any(other => other.End == link.Start - 1 && other.Start >= Start);

    // "The TII licence" tells whose it is, and speaks of no TII.
    private bool IsOfLicence(EntityLink link) => link.End < End && Words.Is("licences", Tokens[link.End].Text) && link.Start > Start;

    // "The newer Codestrals" are some of them, and not told which.
    private bool IsCertain(EntityLink link) =>
        !(link.Start > Start && Words.Is("partial", Tokens[link.Start - 1].Text))
        && (link.IsAmbiguous ? NamedSubject.Create(link, Facts) is not null : link.Version is null);

    // "My finetune of Llama 3 is MIT" speaks of the finetune.
    public bool IsWithin(EntityLink link)
    {
        var before = link.Start - 1;
        while (before > Start && Words.Is("determiners", Tokens[before].Text))
            before--;
        return before > Start
            && Words.Is("prepositions", Tokens[before].Text)
            && !IsActing(before - 1)
            && (!IsEmpty(before - 1) || Words.Is("not_terms_behind", Tokens[before - 1].Text))
            && !Words.Is("connectives", Tokens[before - 1].Text)
            && !(Words.Is("makers", Tokens[before - 1].Text) && Tokens[before].Text is not ("on" or "from" or "with"))
            && Hits("conditions").All(hit => hit.End != before);
    }

    // "We moved to Mistral 7B": a verb with who does it in front, and not "a model trained on Mistral 7B".
    private bool IsActing(int index) =>
        Tokens[index].Text.EndsWith("ed", StringComparison.Ordinal)
        && (index == Start || Words.Is("actors", Tokens[index - 1].Text) || Words.Is("connectives", Tokens[index - 1].Text));

    // In "must show 'Built with Llama'" and "needs 'Llama' in its name" the name is part of a notice; in "DeepSeek's own licence" it owns.
    private bool IsContrast(EntityLink link) =>
        AllHits.Exists(hit =>
            hit.Start == link.End
            && hit is { Group: "conditions", Value: "naming" } or { Group: "terms", Value: "custom" }
            && Tokens[hit.Start].Clause == Tokens[link.Start].Clause
            && AllNames.Any(other => other.End <= link.Start)
        )
        || AllHits.Exists(hit => hit is { Group: "conditions", Value: "naming" } && hit.End == link.Start)
        || PropositionBases.IsBase(this, link)
        || IsNominal(link)
        || AllHits.Exists(hit =>
            hit.Group == "contrasts"
            && hit.End <= link.Start
            && link.Start - hit.End < 3
            && Tokens[hit.Start].Clause == Tokens[link.Start].Clause
            && IsEmptyBetween(hit.End, link.Start)
            && !(hit.Start > 0 && Words.Is("models", Tokens[hit.Start - 1].Text))
            && !IsLiking(hit)
        );

    // "I like Mistral 7B" sets it beside nothing.
    private bool IsLiking(PhraseHit hit) =>
        Tokens[hit.Start].Text == "like" && Between(Start, hit.Start).Any(index => Tokens[index].Text is "i" or "we" or "you" or "they");
}
