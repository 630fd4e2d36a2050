using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// What tells whether a candidate is said, and of which model: the words about it, in their order and in their clause and sentence, the
/// phrases that they are of, and the names between. Hashed into buckets.
/// </summary>
internal sealed partial class ClaimFeatures
{
    /// <summary>How many buckets there are, a power of two.</summary>
    public const int Buckets = 1 << 17;

    /// <summary>The most features that are collected; what comes after is left out.</summary>
    public const int Max = 320;

    private const int Near = 4;
    private const int MaxBetween = 14;

    // How near to one half a share is that tells nothing, and how far from it one that overrules what is read of the clause.
    private const float UnsureShare = 0.2f;
    private const float SureShare = 0.85f;
    private const uint First = 0x11;
    private const uint Last = 0x12;

    // Phrases that tell how something is said in any words.
    private static readonly string[] Groups =
    [
        "denials",
        "not_denials",
        "suppositions",
        "possibilities",
        "asking",
        "opinions",
        "speech",
        "according",
        "allowing",
        "forbidding",
        "requiring",
        "permission",
        "paying",
        "public",
        "private",
        "released",
        "announced",
        "makers",
        "made_by",
        "bases",
        "derived",
        "base_nouns",
        "copulas",
        "auxiliaries",
        "determiners",
        "connectives",
        "contrasts",
        "likenesses",
        "owners",
        "authors",
        "falsities",
        "licences",
        "models",
        "exceeding",
        "provisos",
        "excepting",
    ];

    private readonly ClaimMessage _text;
    private readonly ImmutableArray<ClaimCandidate> _candidates;
    private readonly uint[] _symbols;
    private readonly ulong[] _groups;
    private readonly (Assertion Says, int Start, int Count)[]?[] _predicates;

    public ClaimFeatures(ClaimMessage text, ImmutableArray<ClaimCandidate> candidates)
    {
        (_text, _candidates) = (text, candidates);
        _symbols = [.. Enumerable.Range(0, text.Tokens.Length).Select(SymbolOf)];
        _groups = new ulong[text.Tokens.Length];
        _predicates = new (Assertion, int, int)[]?[text.Clauses.Length];
        foreach (var hit in text.Hits)
        {
            var group = Array.IndexOf(Groups, hit.Group);
            for (var i = hit.Start; group >= 0 && i < hit.End; i++)
                _groups[i] |= 1UL << group;
        }
    }

    /// <summary>The features of a candidate, and how many.</summary>
    public int Collect(ClaimCandidate candidate, Span<int> features)
    {
        var list = new FeatureList(features, Buckets);
        var (clause, kind) = (_text.Clauses[_text.ClauseAt(candidate.Start)], FeatureHash.Create(candidate.Kind));
        var (from, to) = (_text.SentenceStart(candidate.Start), _text.SentenceEnd(candidate.End - 1));
        var words = WordsOf(candidate);
        list.Add(1, kind);
        list.Add(2, kind, words);
        Span<uint> around = stackalloc uint[2 * Near];
        for (var i = 0; i < Near; i++)
        {
            around[i] = SymbolAt(candidate.Start - 1 - i, from, to);
            around[Near + i] = SymbolAt(candidate.End + i, from, to);
            list.Add(3u + (uint)i, around[i]);
            list.Add(3u + (uint)i, around[i], kind);
            list.Add(8u + (uint)i, around[Near + i]);
            list.Add(8u + (uint)i, around[Near + i], kind);
            AddGroups(ref list, 12u + (uint)i, candidate.Start - 1 - i, from, to, kind);
            AddGroups(ref list, 16u + (uint)i, candidate.End + i, from, to, kind);
        }

        list.Add(20, FeatureHash.Mix(around[0], around[1]), kind);
        list.Add(21, FeatureHash.Mix(around[Near], around[Near + 1]), kind);
        list.Add(22, FeatureHash.Mix(around[0], around[Near]), kind);
        list.Add(23, FeatureHash.Mix(around[0], around[1], around[2]));
        list.Add(24, FeatureHash.Mix(around[Near], around[Near + 1], around[Near + 2]));
        list.Add(25, around[0], words);
        list.Add(26, around[Near], words);
        list.Add(27, _text.Tokens[candidate.Start].Joint, kind);
        list.Add(28, candidate.End < _text.Tokens.Length ? _text.Tokens[candidate.End].Joint : 0u, kind);
        var (denials, before) = (CountDenials(clause.Start, candidate.Start), CountDenials(from, clause.Start));
        list.Add(38, Math.Min(denials, 3), kind);
        list.Add(39, Math.Min(before, 3), kind);
        list.Add(40, _symbols[from], kind);
        list.Add(41, _symbols[from], SymbolAt(from + 1, from, to));
        list.Add(42, _symbols[clause.Start], kind);
        list.Add(43, _text.Tokens[candidate.Start].IsAsked ? 1u : 0u, kind);
        list.Add(44, _text.Tokens[candidate.Start].IsAsked ? 1u : 0u, _symbols[from]);
        list.Add(45, _symbols[to - 1], kind);
        list.Add(46, to < _symbols.Length ? _symbols[to] : Last, to + 1 < _symbols.Length ? _symbols[to + 1] : Last);
        list.Add(47, from > 0 && _text.Tokens[from - 1].IsAsked ? 1u : 0u, kind);
        list.Add(48, _text.IsQuoted[candidate.Start] ? 1u : 0u, kind);
        var (plain, isDenied) = (PlainOf(candidate, null), clause.IsDenied(candidate.Start, candidate.Count) ? 1u : 0u);
        list.Add(110, plain, kind);
        list.Add(111, plain, isDenied);
        list.Add(112, isDenied, kind);
        list.Add(113, ReadInClause(candidate), kind);
        var isAsked = IsAsked(candidate) ? 1u : 0u;
        list.Add(116, isAsked, kind);
        list.Add(117, isAsked);
        list.Add(121, BracketAt(candidate.Start), kind);
        AddNames(ref list, candidate, clause, from, to, kind);
        AddNeighbours(ref list, candidate, from, to, kind);

        // The words of a long clause come last: of these some may be left out.
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (i >= candidate.Start && i < candidate.End)
                continue;
            var isLeft = i < candidate.Start;
            list.Add(isLeft ? 30u : 31u, _symbols[i]);
            list.Add(isLeft ? 32u : 33u, _symbols[i], kind);
            AddGroups(ref list, isLeft ? 34u : 35u, i, from, to, kind);
        }

        for (var i = from; i < to; i++)
        {
            if (i >= clause.Start && i < clause.End)
                continue;
            list.Add(i < candidate.Start ? 36u : 37u, _symbols[i]);
        }

        return list.Count;
    }

    /// <summary>Whether the words about a candidate ask, with or without a question mark: "can I use it at work".</summary>
    public bool IsAsked(ClaimCandidate candidate) => Asks(_text.SentenceStart(candidate.Start)) || Asks(candidate.Start);

    private bool Asks(int index) =>
        _text.Clauses[_text.ClauseAt(index)] is var clause
        && (PropositionAsking.Asks(clause) && !IsRelative(clause) && !IsCleft(clause) || PropositionAsking.Inverts(clause));

    // "Falcon 180B (which is Apache)" asks nothing.
    private bool IsRelative(PropositionClause clause) =>
        clause.Start > _text.SentenceStart(clause.Start)
        && clause.Tokens[clause.Start] is { Text: "which" or "who" or "whose", IsAsked: false };

    // "What I do know is that it is Apache" tells it.
    private static bool IsCleft(PropositionClause clause) =>
        !clause.Tokens[clause.Start].IsAsked
        && PropositionClause
            .Between(clause.Start + 2, clause.End - 1)
            .Any(index => clause.Tokens[index].Text == "that" && clause.IsCopula(index - 1));

    /// <summary>Whether a candidate is denied rather than said; null where that is not sure.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="share">How much likelier it is that it is denied, from 0 to 1.</param>
    public bool? IsDenied(ClaimCandidate candidate, float share)
    {
        if (NeedsDenial(candidate) && !IsNearDenial(candidate))
            return false;
        var read = ReadInClause(candidate);
        if (read == 0 && candidate.Kind == "territory" && !IsNearDenial(candidate) && IsAllowed(candidate))
            return true;
        if (read == 0)
            return Math.Abs(share - 0.5f) < UnsureShare || share > 0.5f && candidate.Says.Condition is not null && !HasDenial(candidate)
                ? null
                : share > 0.5f;
        return read == 2 ? share > 1 - SureShare : share > SureShare;
    }

    // What is withheld or forbidden is told in many words; that something is not so of a licence, maker, base or day in few.
    private static bool NeedsDenial(ClaimCandidate candidate) =>
        candidate.Says.Aspect is Aspect.Licence or Aspect.Maker or Aspect.Overview or Aspect.ReleaseDate or Aspect.Openness;

    // What is in brackets is denied within them: in "X (Apache) is mostly wrong" X is Apache.
    private bool IsNearDenial(ClaimCandidate candidate)
    {
        var bracket = _text.Tokens[candidate.Start].Bracket;
        var sentence = _text.Tokens[candidate.Start].Sentence;
        return _text.Hits.Exists(hit =>
            hit.Group is "denials" or "falsities" or "private" or "forbidding" or "excepting" or "contrasts" or "retractions"
            && Math.Abs(_text.Tokens[hit.Start].Sentence - sentence) <= 1
            && (bracket == 0 || _text.Tokens[hit.Start].Bracket == bracket)
        );
    }

    // "You can use it in Spain": there it has no limit.
    private bool IsAllowed(ClaimCandidate candidate) =>
        _text.Hits.Exists(hit => hit.Group == "allowing" && _text.IsSameSentence(hit.Start, candidate.Start));

    // "They yelled about the royalties" does not say that there are none.
    private bool HasDenial(ClaimCandidate candidate)
    {
        var (from, to) = (_text.SentenceStart(candidate.Start), _text.SentenceEnd(candidate.Start));
        return _text.Hits.Exists(hit =>
            hit.Start >= from && hit.End <= to && hit.Group is "denials" or "allowing" or "unlimited" or "lacking" or "permitted"
        );
    }

    // What the rules of plain clauses read: nothing, that it is said, that it is denied, or both.
    private uint PlainOf(ClaimCandidate candidate, SubjectView? subject)
    {
        var found = 0u;
        foreach (var said in _text.Plain)
        {
            if ((subject is null || said.Subject == subject) && candidate.IsSame(said.Says))
                found |= said.Says.IsDenied ? 2u : 1u;
        }

        return found;
    }

    // The same of its clause alone, of no name.
    private uint ReadInClause(ClaimCandidate candidate)
    {
        var clause = _text.ClauseAt(candidate.Start);
        foreach (
            var (says, start, count) in _predicates[clause] ??= [.. PropositionPredicates.Create(_text.Clauses[clause], isQuestion: false)]
        )
        {
            if (start < candidate.End && candidate.Start < start + count && candidate.IsSame(says))
                return says.IsDenied ? 2u : 1u;
        }

        return 0;
    }

    private uint CountDenials(int from, int to)
    {
        var count = 0u;
        for (var i = from; i < to; i++)
            count += (uint)(_groups[i] & 1);
        return count;
    }

    // What is said beside it in the same sentence.
    private void AddNeighbours(ref FeatureList list, ClaimCandidate candidate, int from, int to, uint kind)
    {
        var (before, behind) = (0u, 0u);
        foreach (var other in _candidates)
        {
            if (other.Start < from || other.End > to || other == candidate)
                continue;
            if (other.End <= candidate.Start)
                before = FeatureHash.Create(other.Kind);
            else if (behind == 0 && other.Start >= candidate.End)
                behind = FeatureHash.Create(other.Kind);
        }

        list.Add(55, before, kind);
        list.Add(56, behind, kind);
    }

    private void AddGroups(ref FeatureList list, uint template, int at, int from, int to, uint kind)
    {
        if (at < from || at >= to)
            return;
        for (var groups = _groups[at]; groups != 0; groups &= groups - 1)
        {
            var group = (uint)ulong.TrailingZeroCount(groups);
            list.Add(template + 100, group);
            list.Add(template + 100, group + 100, kind);
        }
    }

    private uint WordsOf(ClaimCandidate candidate)
    {
        var hash = FeatureHash.Create(candidate.Kind);
        for (var i = candidate.Start; i < candidate.End; i++)
            hash = FeatureHash.Mix(hash, candidate.Name is null ? _symbols[i] : FeatureHash.Create(_text.Tokens[i].Text));
        return hash;
    }

    private uint BracketAt(int index) => _text.Tokens[index].Bracket > 0 ? 1u : 0u;

    private uint SymbolAt(int index) =>
        index < 0 ? First
        : index >= _symbols.Length ? Last
        : _symbols[index];

    private uint SymbolAt(int index, int from, int to) =>
        index < from ? First
        : index >= to ? Last
        : _symbols[index];

    private uint SymbolOf(int index)
    {
        if (_text.NameAt(index) is >= 0 and var name)
            return FeatureHash.Mix(0x21, NameKind(_text.Names[name]));
        var token = _text.Tokens[index];
        return token.IsYear ? 0x13u
            : token.IsNumber ? 0x14u
            : NameFeatures.IsSize(token.Text) ? 0x15u
            : Languages.Lexicon.Months.ContainsKey(token.Text) ? 0x16u
            : FeatureHash.Create(token.Text);
    }
}
