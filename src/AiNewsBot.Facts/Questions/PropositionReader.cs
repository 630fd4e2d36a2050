using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>
/// Reads what a text puts forward of models, clause by clause: of the names in the clause itself, else of those of the clause before where
/// a pronoun or nothing refers to them. What is asked, wished, supposed or foretold is not put forward.
/// </summary>
internal sealed partial class PropositionReader(EntityLinker linker, Lexicon lexicon, PropositionDates dates, FactBase facts)
{
    private const int MaxCount = 40;
    private const string QuotedSpeaker = "the quoted message";

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>Whether a message says so little in earnest that it puts nothing forward.</summary>
    public static bool IsSarcastic(string message) => Sarcasm().IsMatch(message);

    /// <summary>What a message puts forward.</summary>
    public ImmutableArray<Proposition> ReadMessage(string message, DateOnly today)
    {
        if (IsSarcastic(message))
            return [];
        var state = new PropositionState(facts) { CountsSoftware = true };
        foreach (var (text, isQuoted) in PropositionClauses.Parts(message))
        {
            state.Quoted = isQuoted ? QuotedSpeaker : null;
            var tokens = Words.Segment(lexicon.InLatin(Tokenizer.Split(text)));

            // In "according to Meta, Llama 3 is open" the comma parts two names; in "it is Apache-2.0, dev is not" it begins a name.
            var links = linker.LinkWithoutTypos([.. tokens.Select(token => token with { Sentence = token.Clause })]);
            Read(tokens, SiblingNames.Add(tokens, [.. links.Where(link => !IsOwnerOf(tokens, links, link))], linker), state, today);
        }

        return [.. state.Found.Distinct().Where(said => !said.IsAsked && !IsCorrected(said, state.Found)).Take(MaxCount)];
    }

    // In "Qwen/Qwen3-32B" the first is the account, in "通义千问 Qwen3" the line.
    private bool IsOwnerOf(ImmutableArray<Token> tokens, IEnumerable<EntityLink> links, EntityLink link) =>
        links.Any(other =>
            other.Start == link.End
            && (
                tokens[other.Start].Joint == '/'
                || tokens[other.Start].Clause == tokens[link.Start].Clause
                    && other.Subject is Release
                    && facts.FamilyOf(other.Subject) == link.Subject
            )
        );

    // What is quoted to be put right is not put forward.
    private bool IsCorrected(Proposition said, IEnumerable<Proposition> all) =>
        said.Speaker == QuotedSpeaker
        && all.Any(other =>
            other.Speaker is null
            && !other.IsAsked
            && facts.FamilyOf(other.Subject) == facts.FamilyOf(said.Subject)
            && other.Says with { IsDenied = said.Says.IsDenied } == said.Says
            && other.Says.IsDenied != said.Says.IsDenied
        );

    /// <summary>The components that a text names, where it names several, in order, each once; code alone is that which trains and that
    /// which runs the model.</summary>
    public static ImmutableArray<string> ComponentsIn(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links)
    {
        var hits = Words.Find(tokens, index => links.Any(link => link.Start <= index && index < link.End));
        var named = hits.Where(hit =>
                hit.Group == "components" && !hits.Exists(term => term.Group is "terms" or "conditions" && term.Overlaps(hit))
            )
            .ToArray();
        return named.Length < 2
            ? []
            :
            [
                .. named
                    .SelectMany(hit =>
                        tokens[hit.Start].Text == "code" && hit.Count == 1
                            ? new[] { Components.TrainingCode, Components.InferenceCode }
                            : [hit.Value]
                    )
                    .Distinct(),
            ];
    }

    /// <summary>The same of words whose names are known, what they ask to be told yes or no to among it.</summary>
    public ImmutableArray<Proposition> Read(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, DateOnly today)
    {
        if (links.IsEmpty)
            return [];
        var state = new PropositionState(facts);
        Read(tokens, links, state, today);
        return [.. state.Found.Distinct()];
    }

    private void Read(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, PropositionState state, DateOnly today)
    {
        if (tokens.IsEmpty)
            return;
        var hits = Words.Find(tokens, index => links.Any(link => link.Start <= index && index < link.End));
        foreach (
            var sentence in PropositionClauses.Create(tokens, hits, links, facts, state.CountsSoftware).GroupBy(clause => clause.Sentence)
        )
            ReadSentence([.. sentence], state, today);
    }

    private void ReadSentence(ImmutableArray<PropositionClause> clauses, PropositionState state, DateOnly today)
    {
        var whole = clauses[0];
        clauses = PropositionAsking.WithoutTags(clauses, out var isTagged);
        state.Begin();
        if (clauses.IsEmpty)
        {
            PropositionAsking.AnswerAsked(whole, state);
            return;
        }

        clauses = clauses.SetItem(0, PropositionAsking.WithoutOpener(clauses[0], out var isChecked));
        var first = clauses[0];
        var asks = first.Start < first.End && first.Hits("asking").Any(hit => hit.Start == first.Start);
        var inverts =
            first.Start < first.End
            && !first.Hits("opinions").Any(hit => hit.Start == first.Start)
            && Words.Is("auxiliaries", first.Tokens[first.Start].Text);
        var isAsked =
            inverts
            || clauses.Any(PropositionAsking.Inverts)
            || first.Start < first.Tokens.Length
                && first.Tokens[Math.Min(first.Start, first.Tokens.Length - 1)].IsAsked
                && !isTagged
                && !isChecked
                && !first.Hits("opinions").Any(hit => hit.Start == first.Start && hit.Count > 1);
        var isSupposed = false;
        var found = state.Found.Count;
        if (first.Hits("retractions").Any(hit => hit.Start == first.Start))
            found = state.Retract();
        var isAnswer = PropositionAsking.AnswerAsked(first, state);
        if (!isAsked && clauses[^1].Tokens[clauses[^1].End - 1].Text == "respectively")
        {
            ReadPairs(clauses, state);
            return;
        }

        foreach (var clause in clauses.Where(clause => clause.Start < clause.End))
        {
            isSupposed =
                isSupposed
                    && clause.Tokens[clause.Start].Text is not ("but" or "however" or "while")
                    && !clause.Names.Any(link => !state.Names(link))
                || clause.Tokens[clause.Start].Text is "if" or "unless" && clause == first;
            if (
                clause.Hits("speech").FirstOrDefault() is { Count: > 0 } verb
                && verb.Start == clause.Start
                && clause.End - verb.End is > 0 and < PropositionSpeakers.MaxLength
                && state.Found.Count > found
                && !clause.Has("terms")
            )
                state.Attribute(PropositionSpeakers.Raw(clause, verb.End, clause.End), found);
            else if (clause.Has("falsities") && !clause.Names.Any() && clause.End - clause.Start < 4 && state.Found.Count > found)
                state.Contradict(found);
            else
                ReadClause(
                    clause,
                    state,
                    today,
                    isAsked && !PropositionAsking.IsTold(clause, first),
                    isSkipped: asks && !IsInverted(clause, first) && !PropositionAsking.IsTold(clause, first)
                        || isSupposed
                        || clause.Hits("asking").Any(hit => hit.Start == clause.Start) && !PropositionAsking.IsRelative(clause, first),
                    isTold: isTagged || isChecked
                );
        }

        // "Who told you that?" refers to what was said, and speaks of nothing else.
        state.End(isKept: isAnswer || isAsked && first.Tokens[clauses[^1].End - 1].Text is "that" or "this" or "so" or "it", found);
    }

    // "Gemma 4 and Llama 4 are Apache and custom respectively"
    private void ReadPairs(ImmutableArray<PropositionClause> clauses, PropositionState state)
    {
        var whole = clauses[0] with { End = clauses[^1].End - 1 };
        var models = whole.Models.Select(link => NamedSubject.Create(link, facts)).OfType<NamedSubject>().ToArray();
        var said = PropositionPredicates.Create(whole, isQuestion: false).OrderBy(one => one.Start).ToArray();
        if (models.Length != said.Length)
            return;
        foreach (var (subject, (says, _, _)) in models.Zip(said))
            state.Add(
                new Proposition(subject.Subject, says, whole.Text) { Name = subject.Name, Releases = subject.Releases },
                isLost: false
            );
    }

    // "Why the change, is M3 closed now": what is asked behind a question of another kind has a verb in front.
    private static bool IsInverted(PropositionClause clause, PropositionClause first) =>
        clause != first && Words.Is("auxiliaries", clause.Tokens[clause.Start].Text);

    private void ReadClause(PropositionClause clause, PropositionState state, DateOnly today, bool isAsked, bool isSkipped, bool isTold)
    {
        if (Words.Is("turns", clause.Tokens[clause.Start].Text))
            state.Speaker = null;
        var content = PropositionSpeakers.WithoutAfterthought(
            PropositionSpeakers.WithoutSpeaker(clause, state, out var isFlipped, out var isUnsaid)
        );
        if (content.Start >= content.End)
            return;
        var isQuestion = isAsked && clause.Tokens[clause.Start].IsAsked;
        var predicates = PropositionPredicates.Create(content, isQuestion).ToList();
        var isSupposition = content
            .Hits("suppositions")
            .Any(hit =>
                !predicates.Exists(one => one.Start <= hit.Start && hit.Start < one.Start + one.Count)
                && !PropositionAsking.IsAside(content, hit)
                && !content.Hits("requiring").Any(duty => duty.Count > 1 && duty.Overlaps(hit))
            );
        var isPossible =
            content.Hits("possibilities").Any(hit => hit.End >= content.End || !content.Tokens[hit.End].IsNumber)
            && predicates.TrueForAll(one => one.Says.Aspect is Aspect.Openness or Aspect.Licence or Aspect.Component);
        var isLost =
            isSkipped || isUnsaid || isSupposition || Words.Is("orders", content.Tokens[content.Start].Text) || isPossible && !isAsked;
        var date = dates.Read(content, predicates.Select(one => one.Says), today, state.IsDating);
        if (predicates.Count == 0 && date is { Date: not null, Only: null } && !content.Names.Any())
        {
            if (state.AwaitsDate && content.IsEmptyBetween(content.Start, content.End))
                predicates.Add((new Assertion(Aspect.ReleaseDate) { Date = date.Date }, content.End, 0));
            else
                state.LeadingDate = date.Date;
        }
        else if (date.Date is null && state.LeadingDate is { } leading)
            date = new PropositionDates.Found(leading, null);
        if (date.Only is { } only)
        {
            predicates.RemoveAll(one => one.Says is { Aspect: Aspect.Component, Component: Components.Weights });
            predicates.Add((only.Says with { IsDenied = content.IsDenied(only.At, 1, isQuestion) }, only.At, 1));
        }

        var isVerbless =
            !isTold
            && !PropositionClause
                .Between(content.Start, content.End)
                .Any(index =>
                    content.IsCopula(index)
                    || Words.Is("auxiliaries", content.Tokens[index].Text)
                    || Words.Is("makers", content.Tokens[index].Text)
                )
            && !content.Has("released")
            && !content.Has("forbidding")
            && !content.Has("requiring");
        var bases = PropositionBases.Create(content, state.Carried, state.TellsBase, facts).ToArray();
        var makers = PropositionMakers
            .Create(content, facts, isQuestion)
            .Concat(PropositionMakers.ForCarried(content, state.Carried, facts))
            .Concat(bases)
            .Where(maker =>
                predicates.Count == 0
                || maker.Says.Base is not null
                || PropositionMakers.IsApposed(content, maker)
                || facts.MakerOf(maker.Subject) is { } known && (known != maker.Says.Maker) != maker.Says.IsDenied
            )
            .ToArray();

        foreach (var maker in makers)
            state.Add(
                maker with
                {
                    IsVerbless = isVerbless,
                    Speaker = state.Speaker,
                    IsAsked = isAsked || isLost,
                    Says = maker.Says with { IsDenied = maker.Says.IsDenied ^ isFlipped },
                },
                isLost
            );
        foreach (var (says, start, count) in predicates)
        {
            var asserted = PropositionScope.Apply(content, date.Apply(says), start) with { IsDenied = says.IsDenied ^ isFlipped };
            foreach (var subject in state.SubjectsOf(content, start, count).Where(one => CanBeSaid(says, one, content)))
            {
                foreach (
                    var part in says.Aspect == Aspect.Component || says is { Aspect: Aspect.Licence, Component: not null }
                        ? state.Parts
                        : []
                )
                    state.Add(
                        new Proposition(subject.Subject, asserted with { Component = part }, content.Text)
                        {
                            Name = subject.Name,
                            Releases = subject.Releases,
                            Speaker = state.Speaker,
                            IsAsked = isAsked,
                            IsVerbless = isVerbless,
                        },
                        isLost
                    );
                state.Add(
                    new Proposition(subject.Subject, asserted, content.Text)
                    {
                        Name = subject.Name,
                        Releases = subject.Releases,
                        Speaker = state.Speaker,
                        IsAsked = isAsked,
                        IsVerbless = isVerbless,
                    },
                    isLost
                );
            }
        }

        state.TellsBase = bases.Length > 0;
        if (isQuestion && predicates.Count == 0 && !content.Names.Any() && ClauseShape.AreParts(content))
            PropositionAsking.AskOfParts(content, state);
        else if (predicates.Count == 0 && makers.Length == 0)
            state.Repeat(content, isAsked, isLost, isQuestion);
        state.IsDating = predicates.Exists(one => one.Says.Aspect == Aspect.ReleaseDate);
        state.AwaitsDate =
            date.Date is null
            && (predicates.Count == 0 || isVerbless && predicates.TrueForAll(one => one.Says.Aspect == Aspect.Licence))
            && (
                content.Models.Any()
                    ? content.Has("released") && content.IsEmptyBetween(content.Start, content.End)
                        || state.Found.Count == 0 && IsBare(content)
                        || predicates.Count > 0
                    : state.AwaitsDate && (IsBare(content) || predicates.Count > 0)
            );
        state.Pass(content, predicates.Count > 0 ? predicates.Min(one => one.Start) : null);
    }

    // A company is not released, and "Databricks, MIT" puts no company under a licence.
    private static bool CanBeSaid(Assertion says, NamedSubject subject, PropositionClause clause) =>
        subject.Subject.Subject.Kind != SubjectKind.Organization
        || says.Aspect != Aspect.ReleaseDate && (says.Aspect != Aspect.Licence || !clause.Makers.IsEmpty);

    private static bool IsBare(PropositionClause clause) =>
        PropositionClause
            .Between(clause.Start, clause.End)
            .All(index => clause.IsName(index) || Words.Is("determiners", clause.Tokens[index].Text));

    [GeneratedRegex(@"(^|\s)/s(\s|$)|^\s*(oh,? sure|yeah,? (right|yeah)|sure,? jan)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sarcasm();
}
