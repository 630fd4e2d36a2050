using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// Reads what a message claims: of each thing that may be said, whether it is, and of which name, by what annotated messages taught. What
/// the rules of plain clauses read is one sign among others. Where both agree it is what is told: they also read who says it, and limits.
/// </summary>
internal sealed class ClaimReader(ClaimMessageReader texts, ClaimCandidates candidates, ClaimClassifier classifier, FactBase facts)
{
    private const int MaxPairs = 20_000;

    // From which likelihood on something in the brackets right behind a name is said of it.
    private const float MinLikelihoodInBrackets = 0.45f;

    // From which likelihood on something is said of the name of which the build of the sentence tells that it is.
    private const float MinLikelihoodOfHead = 0.2f;

    /// <summary>From which likelihood on a candidate is taken as said or denied, and as said of a name.</summary>
    public float MinLikelihood { get; init; } = 0.7f;

    /// <summary>The same where the rules of plain clauses read it, too.</summary>
    public float MinLikelihoodWithRules { get; init; } = 0.1f;

    /// <summary>The same where the rules read that it is said of another name.</summary>
    public float MinLikelihoodAgainstRules { get; init; } = 0.9f;

    /// <summary>The one that comes with the program, by the names and dates of a reader of questions.</summary>
    public static ClaimReader Create(QuestionReader reader) =>
        new(
            new ClaimMessageReader(reader, ClaimPhrases.Shipped),
            new ClaimCandidates(reader, ClaimPhrases.Shipped),
            ClaimClassifier.Shipped,
            reader.Facts
        );

    /// <summary>What a message puts forward, in order.</summary>
    public ImmutableArray<Proposition> Read(string message, DateOnly today)
    {
        if (PropositionReader.IsSarcastic(message))
            return [];
        var text = texts.Read(message, today);
        var found = candidates.Find(text, today);

        // What names and candidates are heaped in is no message that people write.
        if ((long)found.Length * text.Names.Length > MaxPairs)
            return text.Plain;
        var features = new ClaimFeatures(text, found);
        var mood = new ClaimMood(text, found, today);
        var likely = GetLikely(found.Where(candidate => !mood.IsUnsaid(candidate)), features);
        ImmutableArray<ClaimCandidate> claimed =
        [
            .. likely
                .Where(one => one.Likelihood >= 0.5f || text.Plain.Any(said => one.Candidate.IsSame(said.Says)))
                .Select(one => one.Candidate),
        ];
        var objects = Objects(text, claimed);
        var subjects = new ClaimSubjects(text, claimed, objects, facts);
        var said = new List<(int At, Proposition Said)>();
        var doubted = Doubted(text, found);
        SubjectView? lastSubject = null;
        Span<int> buckets = stackalloc int[ClaimFeatures.Max];
        foreach (var (candidate, likelihood, isDenied) in likely)
        {
            // Where the rules read which model it is said of, it is said of others only where that is nearly certain.
            var min = text.Plain.Any(one =>
                one.Subject is not Licence && candidate.IsSame(one.Says) && !subjects.AreOthers(candidate, one.Subject)
            )
                ? MinLikelihoodAgainstRules
                : MinLikelihood;
            var only = subjects.OnlyLeft(candidate);
            SubjectView? next = null;
            for (var name = 0; name < text.Names.Length; name++)
            {
                if (!CanBeOf(candidate, text.Names[name]) || subjects.IsOf(candidate, name) is var isOf && isOf == false)
                    continue;
                var isTurned = isDenied && subjects.IsUnlike(candidate, name);
                var of = classifier.GetSubjectLikelihood(buckets[..features.Collect(candidate, name, lastSubject, objects, buckets)]);
                if (isTurned || only == text.Names[name].Subject && subjects.IsLeftInSentence(candidate, only))
                    of = 1;
                else if ((isOf == true || only == text.Names[name].Subject) && of >= MinLikelihoodOfHead)
                    of = Math.Max(of, MinLikelihoodAgainstRules);
                if (of >= 0.5f && likelihood >= 0.5f)
                    next = text.Names[name].Subject;
                if (
                    of < MinLikelihoodWithRules
                    || Create(text, candidate, text.Names[name], isDenied && !isTurned, facts) is not { } proposition
                )
                    continue;
                var plain = text
                    .Plain.Where(one => IsOfSame(one, proposition) && candidate.IsSame(one.Says) && !IsOfWhole(one, candidate))
                    .ToArray();

                // Where the rules read that it is so and that it is not, and it is named twice, the one is of the other place.
                if (
                    plain.Select(one => one.Says.IsDenied).Distinct().Count() > 1
                    && claimed.Count(other => other.IsSame(candidate.Says)) > 1
                )
                    plain = [.. plain.Where(one => one.Says.IsDenied == isDenied)];
                doubted.ExceptWith(plain);
                if (
                    plain.Length == 0
                    && of >= min
                    && likelihood >= (isOf == true && text.Tokens[candidate.Start].Bracket > 0 ? MinLikelihoodInBrackets : min)
                    && !features.IsAsked(candidate)
                    && !IsPaired(text, candidate)
                    && !IsLicensedPart(text, candidate)
                    && !mood.IsRefused(candidate)
                    && !mood.IsTakenFrom(candidate, facts.MakerOf(text.Names[name].Subject))
                )
                    said.Add((candidate.Start, proposition));
            }

            lastSubject = next ?? lastSubject;
        }

        return WithConditions([
            .. text
                .Plain.Where(one => !doubted.Contains(one))
                .Concat(said.OrderBy(one => one.At).Select(one => one.Said))
                .Concat(ClaimPromises.Find(text, facts))
                .DistinctBy(one => one with { Text = "", IsVerbless = false })
                .Select(one => one with { IsAlone = IsAlone(text, one) }),
        ]);
    }

    private List<(ClaimCandidate Candidate, float Likelihood, bool IsDenied)> GetLikely(
        IEnumerable<ClaimCandidate> candidates,
        ClaimFeatures features
    )
    {
        var likely = new List<(ClaimCandidate, float, bool)>();
        Span<int> buckets = stackalloc int[ClaimFeatures.Max];
        foreach (var candidate in candidates)
        {
            var (said, denied) = classifier.GetClaimLikelihood(buckets[..features.Collect(candidate, buckets)]);
            if (said + denied < MinLikelihoodWithRules)
                continue;
            var isDenied = features.IsDenied(candidate, denied / (said + denied));
            likely.Add((candidate, isDenied is null ? MinLikelihoodWithRules : said + denied, isDenied ?? denied > said));
        }

        return likely;
    }

    // "The code of DeepSeek-V3 (the original) is MIT" says it of the code, though the rules read it of the model.
    private static bool IsOfWhole(Proposition plain, ClaimCandidate candidate) =>
        plain.Says is { Aspect: Aspect.Licence, Component: null } && candidate.Says.Component is not null;

    // "Only its code is MIT" tells the licence of the code, and not that it is public.
    private static bool IsLicensedPart(ClaimMessage text, ClaimCandidate candidate) =>
        candidate.Says.Aspect == Aspect.Component
        && text.Clauses[text.ClauseAt(candidate.Start)].Text is var clause
        && text.Plain.Any(one =>
            one.Says is { Aspect: Aspect.Licence, Component: { } part }
            && part == candidate.Says.Component
            && clause.Contains(one.Text, StringComparison.Ordinal)
        );

    // "Phi-4 and OLMo 2 are MIT and Apache respectively": which is of which the rules count.
    private static bool IsPaired(ClaimMessage text, ClaimCandidate candidate) =>
        text.Tokens[text.SentenceEnd(candidate.Start) - 1].Text == "respectively";

    // What the rules read and no candidate in its clause confirms. What is excepted from a claim is claimed to be otherwise by no words of
    // its own; "Devstral Small too" has none either, nor "of course they didn't" behind what is taken back.
    private static HashSet<Proposition> Doubted(ClaimMessage text, ImmutableArray<ClaimCandidate> found) =>
        text.Clauses.Any(clause => !clause.AllExceptions.IsEmpty)
            ? []
            :
            [
                .. text.Plain.Where(one =>
                    found.Any(candidate =>
                        candidate.IsSame(one.Says)
                        && text.Clauses[text.ClauseAt(candidate.Start)].Text.Contains(one.Text, StringComparison.Ordinal)
                    )
                ),
            ];

    // "MPT-7B base", "MPT-7B" beside MPT-7B-Chat, "Qwen2.5-Coder 7B": the release, and none of its variants.
    private static bool IsAlone(ClaimMessage text, Proposition said) =>
        said is { Subject: Release release, Releases: null, Says.Reach: Reach.Whole }
        && (
            text.Names.Any(link => link.Subject is Release variant && variant.Whole == release)
            || text.Names.Where(link => link.Subject == release).ToArray() is { Length: > 0 } named
                && Array.TrueForAll(named, link => IsOfSize(text, link))
        );

    private static bool IsOfSize(ClaimMessage text, EntityLink link) =>
        PropositionClause
            .Between(link.Start, Math.Min(link.End + 1, text.Tokens.Length))
            .Any(index =>
                text.IsSameSentence(link.Start, index)
                && (NameFeatures.IsSize(text.Tokens[index].Text) || index == link.End && text.Tokens[index].Text == "base")
            );

    // Who says that it may be used commercially and names a condition does not say that there is none.
    private static ImmutableArray<Proposition> WithConditions(ImmutableArray<Proposition> all) =>
        [
            .. all.Select(one =>
                one.Says is { Aspect: Aspect.CommercialUse, IsDenied: false, IsUnlimited: false }
                && all.Any(other => other.Subject == one.Subject && other.Says is { Condition: not null, IsDenied: false })
                    ? one with
                    {
                        Says = one.Says with { AllowsConditions = true },
                    }
                    : one
            ),
        ];

    // An unknown name is the same as another of its letters.
    private static bool IsOfSame(Proposition one, Proposition other) =>
        (one.Subject == other.Subject || one.Subject.Id == UnknownName.Id && one.Subject.Name == other.Subject.Name)
        && one.Releases == other.Releases;

    /// <summary>For each name whether it is itself what is claimed: a licence, maker or base.</summary>
    public static bool[] Objects(ClaimMessage text, IEnumerable<ClaimCandidate> claimed)
    {
        var objects = new bool[text.Names.Length];
        foreach (var candidate in claimed.Where(one => one.Name is not null))
            objects[text.NameAt(candidate.Start)] = true;
        return objects;
    }

    /// <summary>Whether something may be said of a name at all.</summary>
    public static bool CanBeOf(ClaimCandidate candidate, EntityLink name) =>
        name != candidate.Name
        && name.Subject switch
        {
            Licence => candidate.Kind is not ("licence" or "same_licence" or "component" or "maker" or "base" or "date"),
            { Subject.Kind: SubjectKind.Organization } => candidate.Kind is not ("maker" or "base" or "date" or "same_licence"),
            { Subject.Kind: SubjectKind.Topic } => false,
            _ => true,
        };

    /// <summary>A candidate that is said of a name; null where the name means nothing certain, or the candidate is its own base.</summary>
    public static Proposition? Create(ClaimMessage text, ClaimCandidate candidate, EntityLink name, bool isDenied, FactBase facts)
    {
        var clause = text.Clauses[text.ClauseAt(candidate.Start)];
        if (
            name.Subject == UnknownName.Other
            || (name.Subject is Licence ? NamedSubject.ForLicence(clause, name) : NamedSubject.Create(name, facts)) is not { } subject
            || candidate.Says.Base is { } on && on == subject.Subject
        )
            return null;
        var said = new Proposition(
            subject.Subject,
            PropositionScope.Apply(clause, candidate.Says with { IsDenied = isDenied }, candidate.Start),
            clause.Text
        )
        {
            Name = subject.Name,
            Releases = subject.Releases,
        };
        return Rest(text, name, facts) is { } except ? said with { Except = except, Says = said.Says with { Reach = Reach.All } } : said;
    }

    // "The 72B is MIT like the rest of Qwen2": of all of it but those that the sentence names.
    private static string? Rest(ClaimMessage text, EntityLink name, FactBase facts)
    {
        var before = name.Start - 1;
        while (before >= 0 && PropositionWords.Shipped.Is("determiners", text.Tokens[before].Text))
            before--;
        if (before < 1 || text.Tokens[before].Text != "of" || text.Tokens[before - 1].Text is not ("rest" or "others" or "remainder"))
            return null;
        string[] ids =
        [
            .. text
                .Names.Where(other =>
                    other.Subject is Release
                    && other.Subject != name.Subject
                    && text.Tokens[other.Start].Sentence == text.Tokens[name.Start].Sentence
                    && (facts.FamilyOf(other.Subject) == name.Subject || ((Release)other.Subject).Whole == name.Subject)
                )
                .Select(other => other.Subject.Id)
                .Distinct(),
        ];
        return ids.Length == 0 ? null : string.Join(' ', ids);
    }
}
