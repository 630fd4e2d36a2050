using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Claims;

internal sealed partial class ClaimFeatures
{
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
        var isBracketed = FeatureHash.Mix(BracketAt(link.Start), BracketAt(candidate.Start), sentences);
        list.Add(122, isBracketed, FeatureHash.Mix(isBefore, models));
        list.Add(123, isBracketed, FeatureHash.Mix(isBefore, clauses, kind));
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

    private static bool IsModel(EntityLink link) => link.Subject.IsModel;

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
