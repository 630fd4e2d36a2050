using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// What tells whether a candidate is said, and of which model: the words about it, in their order and in their clause and sentence, the
/// phrases that they are of, and the names between. Hashed into buckets.
/// </summary>
internal sealed class ClaimFeatures
{
    /// <summary>How many buckets there are, a power of two.</summary>
    public const int Buckets = 1 << 17;

    /// <summary>The most features that are collected; what comes after is left out.</summary>
    public const int Max = 320;

    private const int Near = 4;
    private const int MaxBetween = 14;
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
        _text.Clauses[_text.ClauseAt(index)] is var clause && (PropositionAsking.Asks(clause) || PropositionAsking.Inverts(clause));

    /// <summary>The features of a candidate with a name of which it may be said, and how many.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="name">Index of the name.</param>
    /// <param name="lastSubject">The subject of the last thing that was said; null before anything was.</param>
    /// <param name="objects">For each name whether it is itself what is claimed: a licence, maker or base.</param>
    /// <param name="features">Has room for <see cref="Max"/>.</param>
    public int Collect(ClaimCandidate candidate, int name, SubjectView? lastSubject, bool[] objects, Span<int> features)
    {
        var list = new FeatureList(features, Buckets);
        var link = _text.Names[name];
        var (kind, named) = (FeatureHash.Create(candidate.Kind), NameKind(link));
        var isBefore = link.Start < candidate.Start ? 1u : 0u;
        var (begin, end) = isBefore != 0 ? (link.End, candidate.Start) : (candidate.End, link.Start);
        var clauses = (uint)Math.Min(3, Math.Abs(_text.ClauseAt(link.Start) - _text.ClauseAt(candidate.Start)));
        var sentences = (uint)Math.Min(3, Math.Abs(_text.Tokens[link.Start].Sentence - _text.Tokens[candidate.Start].Sentence));
        var between = (uint)Math.Min(4, CountNames(begin, end, candidate));
        var models = (uint)Math.Min(3, CountModels(begin, end, candidate));
        var said = (uint)Math.Min(3, _candidates.Count(one => one.Name is null && one.Start >= begin && one.End <= end));
        var place = FeatureHash.Mix(isBefore, sentences, models);
        list.Add(60, place);
        list.Add(61, place, kind);
        list.Add(62, FeatureHash.Mix(isBefore, clauses, models), kind);
        list.Add(63, FeatureHash.Mix(isBefore, clauses, sentences), FeatureHash.Mix(named, between));
        list.Add(64, named, kind);
        list.Add(65, FeatureHash.Mix(isBefore, said, models), kind);
        list.Add(66, FeatureHash.Mix(isBefore, (uint)Math.Min(6, Math.Max(0, end - begin)), kind));
        list.Add(67, FeatureHash.Mix(isBefore, (uint)Math.Min(6, Math.Max(0, end - begin)), models));
        var (beforeName, behindName) = (SymbolAt(link.Start - 1), SymbolAt(link.End));
        var (beforeWords, behindWords) = (SymbolAt(candidate.Start - 1), SymbolAt(candidate.End));
        list.Add(68, beforeName, isBefore);
        list.Add(69, behindName, isBefore);
        list.Add(70, FeatureHash.Mix(beforeName, behindName), isBefore);
        list.Add(71, FeatureHash.Mix(beforeWords, isBefore), kind);
        list.Add(72, FeatureHash.Mix(behindWords, isBefore), kind);
        list.Add(73, FeatureHash.Mix(beforeName, isBefore), kind);
        list.Add(74, FeatureHash.Mix(behindName, isBefore), kind);
        list.Add(75, FeatureHash.Mix(behindName, beforeWords, isBefore));
        if (sentences == 0 && end - begin is >= 0 and <= MaxBetween)
        {
            var all = isBefore;
            for (var i = begin; i < end; i++)
            {
                list.Add(76, _symbols[i], isBefore);
                list.Add(77, _symbols[i], FeatureHash.Mix(isBefore, kind));
                AddGroups(ref list, 78, i, begin, end, FeatureHash.Mix(isBefore, models));
                all = FeatureHash.Mix(all, _symbols[i]);
            }

            if (end - begin <= Near)
            {
                list.Add(79, all);
                list.Add(80, all, kind);
            }
        }

        var sentence = _text.SentenceStart(candidate.Start);
        var clause = _text.Clauses[_text.ClauseAt(candidate.Start)];
        list.Add(81, IsFirstOf(name, _text.SentenceStart(link.Start)) ? 1u : 0u, FeatureHash.Mix(isBefore, sentences));
        list.Add(82, name == 0 ? 1u : 0u, FeatureHash.Mix(isBefore, sentences));
        list.Add(83, CountModels(sentence, candidate.Start, candidate) > 0 ? 1u : 0u, FeatureHash.Mix(isBefore, sentences));
        list.Add(84, CountModels(clause.Start, candidate.Start, candidate) > 0 ? 1u : 0u, FeatureHash.Mix(isBefore, clauses));
        list.Add(85, CountModels(candidate.End, clause.End, candidate) > 0 ? 1u : 0u, FeatureHash.Mix(isBefore, clauses));
        list.Add(86, _symbols[clause.Start], FeatureHash.Mix(isBefore, clauses, models));
        list.Add(87, _symbols[sentence], FeatureHash.Mix(isBefore, sentences, models));
        list.Add(88, IsListed(begin, end) ? 1u : 0u, FeatureHash.Mix(isBefore, models, sentences));
        list.Add(89, IsListed(begin, end) ? 1u : 0u, FeatureHash.Mix(isBefore, clauses, kind));
        list.Add(90, (uint)Math.Min(3, _text.Names.Count(one => IsModel(one))), FeatureHash.Mix(isBefore, models, sentences));
        list.Add(91, _text.IsQuoted[link.Start] == _text.IsQuoted[candidate.Start] ? 1u : 0u, FeatureHash.Mix(isBefore, sentences));
        var isSame =
            lastSubject is null ? 2u
            : lastSubject == link.Subject ? 1u
            : 0u;
        list.Add(93, isSame, kind);
        list.Add(94, isSame, FeatureHash.Mix(isBefore, sentences, models));
        list.Add(95, isSame, FeatureHash.Mix(isBefore, clauses, models));
        list.Add(96, isSame, FeatureHash.Mix(_symbols[clause.Start], sentences));
        list.Add(97, objects[name] ? 1u : 0u, kind);
        list.Add(98, objects[name] ? 1u : 0u, FeatureHash.Mix(isBefore, clauses, models));
        list.Add(99, objects[name] ? 1u : 0u, FeatureHash.Mix(isSame, isBefore, named));
        var plain = PlainOf(candidate, link.Subject);
        list.Add(114, plain, kind);
        list.Add(115, plain, FeatureHash.Mix(PlainOf(candidate, null), isBefore, models));
        list.Add(92, IsOwner(name) ? 1u : 0u, FeatureHash.Mix(named, kind));
        return list.Count;
    }

    private void AddNames(ref FeatureList list, ClaimCandidate candidate, PropositionClause clause, int from, int to, uint kind)
    {
        list.Add(50, (uint)Math.Min(3, CountModels(clause.Start, candidate.Start, candidate)), kind);
        list.Add(51, (uint)Math.Min(3, CountModels(candidate.End, clause.End, candidate)), kind);
        list.Add(52, (uint)Math.Min(3, CountModels(from, to, candidate)), kind);
        list.Add(53, CountModels(0, from, candidate) > 0 ? 1u : 0u, kind);
        if (candidate.Name is { } own)
            list.Add(54, NameKind(own), FeatureHash.Mix(SymbolAt(own.Start - 1), own.Typed.Any(char.IsAsciiLetterUpper) ? 1u : 0u));
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

    private static uint NameKind(EntityLink link) =>
        link.Subject == UnknownName.Other ? 8u
        : link.Subject.Id == UnknownName.Id ? 1u
        : link.IsAmbiguous ? 2u
        : link.Subject.Subject.Kind switch
        {
            SubjectKind.Release => 3u,
            SubjectKind.Family => 4u,
            SubjectKind.Organization => 5u,
            SubjectKind.Licence => 6u,
            _ => 7u,
        };

    private static bool IsModel(EntityLink link) => link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family;

    private int CountNames(int from, int to, ClaimCandidate candidate) =>
        _text.Names.Count(link => link.Start >= from && link.End <= to && link != candidate.Name);

    private int CountModels(int from, int to, ClaimCandidate candidate) =>
        _text.Names.Count(link => IsModel(link) && link.Start >= from && link.End <= to && link != candidate.Name);

    private bool IsFirstOf(int name, int sentence) => _text.Names.FirstOrDefault(link => link.Start >= sentence) == _text.Names[name];

    // Whether between two places there are names alone, and what joins them.
    private bool IsListed(int begin, int end)
    {
        for (var i = begin; i < end; i++)
        {
            if (_text.NameAt(i) < 0 && !PropositionWords.Shipped.Is("connectives", _text.Tokens[i].Text))
                return false;
        }

        return true;
    }

    // A maker before its model: "Meta's Llama 3", "Qwen/Qwen3-32B".
    private bool IsOwner(int name) => name + 1 < _text.Names.Length && _text.Names[name + 1].Start == _text.Names[name].End;
}
