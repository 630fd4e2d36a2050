using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What was read so far: the subjects of the last clause, what it said, and its speaker.</summary>
internal sealed partial class PropositionState(FactBase facts)
{
    // "Training data, though" lists nothing.
    private const int MinParts = 2;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly List<Proposition> _found = [];
    private readonly PropositionReferents _referents = new(facts);
    private ImmutableArray<Assertion> _said = [];
    private ImmutableArray<Assertion> _saying = [];
    private ImmutableArray<string> _parts = [];
    private ImmutableArray<NamedSubject> _mentioned = [];
    private bool _mentionsOthers;
    private int _lastSentence;
    private int _saidIn = -1;
    private int _sentence;
    private bool _spoke;
    private bool _trails;
    private bool _continues;

    public IReadOnlyList<Proposition> Found => _found;

    /// <summary>The subjects of what a clause says at a place.</summary>
    public ImmutableArray<NamedSubject> SubjectsOf(PropositionClause clause, int at, int count) => _referents.Find(clause, at, count);

    /// <summary>The date that its sentence began with: "in 2023, Grok-1 was closed".</summary>
    public DatePhrase? LeadingDate { get; set; }

    /// <summary>Who speaks; null for the author.</summary>
    public string? Speaker { get; set; }

    /// <summary>Who is quoted, where the text is a quotation; null for the author's own text.</summary>
    public string? Quoted { get; set; }

    /// <summary>The subjects of the last clause.</summary>
    public ImmutableArray<NamedSubject> Carried => _referents.Carried;

    /// <summary>Components that were listed before what is said of them: "weights, code and data are public".</summary>
    public ImmutableArray<string> Parts => _parts;

    /// <summary>Whether what came before names one model or its coming out, and no day yet: "gpt-oss, 5 August 2025".</summary>
    public bool AwaitsDate { get; set; }

    /// <summary>Whether the sentence has said something.</summary>
    public bool HasSaid => _found.Count > _sentence;

    /// <summary>Whether a message is read, which speaks of software as of models, and not a question.</summary>
    public bool IsMessage { get; init; }

    /// <summary>What the sentence before asked to be told yes or no to.</summary>
    public ImmutableArray<Proposition> Asked { get; private set; } = [];

    /// <summary>Whether the clause before told what a model is built on.</summary>
    public bool TellsBase { get; set; }

    /// <summary>Index of the first thing that the last clause said that said any.</summary>
    public int LastSaid { get; set; }

    /// <summary>What is excepted from what the next clause says: "except for the 3B, all are Apache".</summary>
    public PropositionException? Excepted { get; set; }

    /// <summary>Changes what the last clause said in the same sentence.</summary>
    public void Qualify(Func<Proposition, Proposition> change)
    {
        for (var i = LastSaid; i < _found.Count; i++)
            _found[i] = change(_found[i]);
    }

    /// <summary>Takes back what the last clause said in the same sentence.</summary>
    public ImmutableArray<Proposition> TakeLast()
    {
        ImmutableArray<Proposition> last = [.. _found.Skip(LastSaid)];
        _found.RemoveRange(LastSaid, _found.Count - LastSaid);
        return last;
    }

    /// <summary>Whether the clause before told who published something.</summary>
    public bool TellsPublication { get; set; }

    /// <summary>Whether the clause before told when something came out.</summary>
    public bool IsDating { get; set; }

    /// <summary>What the next clause speaks of where it names nothing itself.</summary>
    public void Carry(NamedSubject subject) => (_referents.Carried, _spoke) = ([subject], true);

    public bool Names(EntityLink link) => NamedSubject.Create(link, facts) is { } named && _referents.Carried.Contains(named);

    public void Begin()
    {
        Speaker = null;
        (_spoke, _parts, LeadingDate, IsDating, AwaitsDate) = (false, [], null, false, false);
        (_trails, _continues) = (false, false);
        _referents.Listed = [];
        (TellsBase, TellsPublication) = (false, false);
        (LastSaid, Excepted, _mentionsOthers) = (_found.Count, null, true);
        _sentence = _found.Count;
    }

    /// <summary>The models that the sentence has named so far; those of the sentence before where it names none. A line beside one of its
    /// releases is no other model.</summary>
    public ImmutableArray<NamedSubject> Mentioned(PropositionClause clause)
    {
        ImmutableArray<NamedSubject> named =
        [
            .. clause.Names.Where(link => link.Subject.IsModel).Select(link => NamedSubject.Create(link, facts)).OfType<NamedSubject>(),
        ];
        if (named.IsEmpty)
            return _mentioned;
        if (_mentionsOthers)
            _mentioned = [];
        _mentionsOthers = false;
        var all = _mentioned.AddRange(named).Distinct().ToArray();
        return _mentioned = [
            .. all.Where(one =>
                !all.Any(other => other != one && other.Subject is Release && facts.FamilyOf(other.Subject) == one.Subject)
            ),
        ];
    }

    /// <summary>A sentence that speaks of something else ends what is carried over.</summary>
    /// <param name="isKept">Whether it only refers to what was said.</param>
    /// <param name="first">Index of the first thing that the sentence said.</param>
    public void End(bool isKept, int first)
    {
        if (!_spoke && !isKept)
            _referents.Carried = [];
        _lastSentence = Math.Min(first, _found.Count);
        Asked = [.. _found.Skip(first).Where(said => said.IsAsked)];
    }

    /// <summary>"No wait": takes back what the sentence before said.</summary>
    /// <returns>How much is left.</returns>
    public int Retract()
    {
        RetractFrom(_lastSentence);
        return _found.Count;
    }

    /// <summary>"… lol jk": takes back what was said from a place on.</summary>
    public void RetractFrom(int index)
    {
        _found.RemoveRange(Math.Min(index, _found.Count), Math.Max(0, _found.Count - index));
        LastSaid = Math.Min(LastSaid, _found.Count);
    }

    /// <summary>"Is it open? No.": what was asked, answered by who asked it.</summary>
    public void AnswerAsked(bool isNo, string text)
    {
        foreach (var asked in Asked.Where(asked => !asked.Says.IsDenied))
            Add(asked with { IsAsked = false, Says = asked.Says with { IsDenied = isNo }, Text = text }, isLost: false);
    }

    public void Add(Proposition proposition, bool isLost)
    {
        _spoke = true;
        _saying = _saying.Add(proposition.Says);
        if (isLost)
            return;
        proposition = proposition with { Speaker = proposition.Speaker ?? Quoted };

        // "Free for commercial use, no limits" is one thing said, and not two; "not for
        // anything commercial" is no more than "not for commercial use".
        if (
            proposition.Says.IsUnlimited
            && _found.FindLastIndex(other =>
                other.Subject == proposition.Subject
                && other.Aspect == Aspect.CommercialUse
                && other.Says.IsDenied == proposition.Says.IsDenied
            )
                is var index
                    and >= 0
        )
            _found[index] = _found[index] with { Says = _found[index].Says with { IsUnlimited = !proposition.Says.IsDenied } };
        else
            _found.Add(proposition);
    }

    /// <summary>"According to OSI, no": the speaker says the opposite of what was said last.</summary>
    public void Deny(string text)
    {
        if (_found.LastOrDefault() is { } last)
            _found.Add(last with { Says = last.Says with { IsDenied = !last.Says.IsDenied }, Text = text, Speaker = Speaker });
    }

    /// <summary>"…, said Zuckerberg": who said the text before.</summary>
    public void Attribute(string speaker, int sentenceStart)
    {
        for (var i = sentenceStart; i < _found.Count; i++)
            _found[i] = _found[i] with { Speaker = _found[i].Speaker ?? speaker };
    }

    /// <summary>"'Whisper is closed': wrong": the text before is quoted to be denied.</summary>
    public void Contradict(int sentenceStart)
    {
        for (var i = sentenceStart; i < _found.Count; i++)
            _found[i] = _found[i] with { Says = _found[i].Says with { IsDenied = !_found[i].Says.IsDenied }, Speaker = null };
    }

    // What is in brackets is said beside: in "X isn't open (its terms forbid much). Y isn't either" Y isn't open.
    private void Remember(PropositionClause clause)
    {
        var isBeside = IsMessage && clause.Tokens[clause.Start].Bracket > 0;
        if (!isBeside || _saidIn != clause.Sentence)
            _said = [.. _saying.Distinct()];
        _saying = [];
        if (!isBeside)
            _saidIn = clause.Sentence;
    }

    private Proposition Create(NamedSubject subject, Assertion says, PropositionClause clause, bool isAsked) =>
        new(subject.Subject, says, clause.Text)
        {
            Name = subject.Name,
            Releases = subject.Releases,
            Speaker = Speaker,
            IsAsked = isAsked,
        };

    /// <summary>Continues with the next clause.</summary>
    /// <param name="clause">The clause that was read.</param>
    /// <param name="predicate">Where it says something; null where it does not.</param>
    public void Pass(PropositionClause clause, int? predicate)
    {
        var isPredicated = predicate is not null;
        var names = _referents.NamesOf(clause, _ => true).ToImmutableArray();
        if (!ClauseShape.AreParts(clause) && !ClauseShape.IsAside(clause))
            _parts = [];
        _referents.Record(clause);
        if (_saying.Length > 0 || isPredicated)
            Remember(clause);
        if (_referents.IsOfCarried(clause, [.. names]))
            return;
        var isList =
            !isPredicated
            && !names.IsEmpty
            && !clause.Has("denials")
            && ClauseShape.IsFilled(clause)
            && !(IsMessage && ClauseShape.IsAnswered(clause));
        _referents.Pass(clause, names, isList, predicate);

        // What one made with a model is no model that was named.
        if (ClauseShape.IsOwnWork(clause))
            _referents.Carried = [];

        // "Closed models like GPT-4, Claude and Gemini": a list that continues in the next clause.
        _trails =
            clause.Models.Any(link => link.End == clause.End)
            && (isPredicated ? !clause.Names.Any(link => link.End <= predicate) || clause.Has("likenesses") : _trails && isList);

        // "Claude is closed. Same for Gemini and GPT-4": so does one of what is so, too.
        _continues = isList && clause.Models.Any(link => link.End == clause.End) && (_continues || ClauseShape.IsSame(clause));
        _spoke |= !names.IsEmpty || isPredicated;
    }
}
