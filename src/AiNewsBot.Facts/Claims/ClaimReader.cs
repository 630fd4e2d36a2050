using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
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

    /// <summary>From which likelihood on a candidate is taken as said or denied, and as said of a name.</summary>
    public float MinLikelihood { get; init; } = 0.7f;

    /// <summary>The same where the rules of plain clauses read it, too.</summary>
    public float MinLikelihoodWithRules { get; init; } = 0.1f;

    /// <summary>The same where the rules read that it is said of another name.</summary>
    public float MinLikelihoodAgainstRules { get; init; } = 0.9f;

    /// <summary>The one that comes with the program, by the names and dates of a reader of questions.</summary>
    public static ClaimReader Create(QuestionReader reader) =>
        new(new ClaimMessageReader(reader), new ClaimCandidates(reader, ClaimPhrases.Shipped), ClaimClassifier.Shipped, reader.Facts);

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
        Span<int> buckets = stackalloc int[ClaimFeatures.Max];
        var likely = new List<(ClaimCandidate Candidate, float Said, float Denied)>();
        foreach (var candidate in found)
        {
            var (isSaid, isDenied) = classifier.GetClaimLikelihood(buckets[..features.Collect(candidate, buckets)]);
            if (isSaid + isDenied >= MinLikelihoodWithRules)
                likely.Add((candidate, isSaid, isDenied));
        }

        var objects = Objects(text, likely.Where(one => one.Said + one.Denied >= 0.5f).Select(one => one.Candidate));
        var said = new List<(int At, Proposition Said)>();

        // What is excepted from a claim is claimed to be otherwise by no words of its own.
        var isExcepting = text.Clauses.Any(clause => !clause.AllExceptions.IsEmpty);
        var doubted = text.Plain.Where(one => !isExcepting && found.Any(candidate => candidate.IsSame(one.Says))).ToHashSet();
        SubjectView? lastSubject = null;
        foreach (var (candidate, isSaid, isDenied) in likely)
        {
            // Where the rules read which model it is said of, it is said of others only where that is nearly certain.
            var min = text.Plain.Any(one => candidate.IsSame(one.Says)) ? MinLikelihoodAgainstRules : MinLikelihood;
            SubjectView? next = null;
            for (var name = 0; name < text.Names.Length; name++)
            {
                if (!CanBeOf(candidate, text.Names[name]))
                    continue;
                var of = classifier.GetSubjectLikelihood(buckets[..features.Collect(candidate, name, lastSubject, objects, buckets)]);
                if (of >= 0.5f && isSaid + isDenied >= 0.5f)
                    next = text.Names[name].Subject;
                if (
                    of < MinLikelihoodWithRules
                    || Create(text, candidate, text.Names[name], isDenied > isSaid, facts) is not { } proposition
                )
                    continue;
                var plain = text.Plain.Where(one => IsOfSame(one, proposition) && candidate.IsSame(one.Says)).ToArray();
                doubted.ExceptWith(plain);
                if (plain.Length == 0 && of >= min && isSaid + isDenied >= min && !features.IsAsked(candidate))
                    said.Add((candidate.Start, proposition));
            }

            lastSubject = next ?? lastSubject;
        }

        return
        [
            .. text
                .Plain.Where(one => !doubted.Contains(one))
                .Concat(said.OrderBy(one => one.At).Select(one => one.Said))
                .DistinctBy(one => one with { Text = "" }),
        ];
    }

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
        return new Proposition(
            subject.Subject,
            PropositionScope.Apply(clause, candidate.Says with { IsDenied = isDenied }, candidate.Start),
            clause.Text
        )
        {
            Name = subject.Name,
            Releases = subject.Releases,
        };
    }
}
