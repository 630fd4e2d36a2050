using System.Collections.Immutable;
using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Training;

/// <summary>An annotated message with the candidates and names that its claims are made of.</summary>
internal sealed class ReadMessage
{
    public ReadMessage(AnnotatedMessage message, ClaimMessage text, ClaimCandidates candidates, DateOnly today)
    {
        (Message, Text) = (message, text);
        Candidates = candidates.Find(Text, today);
        Features = new ClaimFeatures(Text, Candidates);
        foreach (var claim in message.Claims)
        {
            var (at, of) = Nearest(Places(claim.Words), Places(claim.Of));
            var candidate = Candidates.FirstOrDefault(one =>
                at is { } place && one.Start < place.End && place.Start < one.End && IsOf(one.Kind, claim.Kind)
            );
            var name = of is { } named
                ? Enumerable.Range(0, Text.Names.Length).FirstOrDefault(index => Overlaps(Text.Names[index], named), -1)
                : -1;
            Gold.Add((claim, candidate, name));
        }
    }

    /// <summary>A message of which the rules of plain clauses read all that it claims, as its tests show; without what they read, so that
    /// the words alone must teach it.</summary>
    public ReadMessage(string message, ClaimMessage text, ClaimCandidates candidates, FactBase facts, DateOnly today)
    {
        Message = new AnnotatedMessage(message, []) { File = "plain" };
        Text = text with { Plain = [] };
        Candidates = candidates.Find(Text, today);
        Features = new ClaimFeatures(Text, Candidates);
        foreach (var candidate in Candidates)
        {
            for (var name = 0; name < Text.Names.Length; name++)
            {
                if (
                    ClaimReader.CanBeOf(candidate, Text.Names[name])
                    && ClaimReader.Create(Text, candidate, Text.Names[name], false, facts) is { } of
                    && text.Plain.FirstOrDefault(one =>
                        one.Subject == of.Subject && one.Releases == of.Releases && candidate.IsSame(one.Says)
                    )
                        is { } said
                )
                    Gold.Add((new AnnotatedClaim(Text.Names[name].Typed, candidate.Kind, "", said.Says.IsDenied), candidate, name));
            }
        }
    }

    public AnnotatedMessage Message { get; }

    public ClaimMessage Text { get; }

    public ImmutableArray<ClaimCandidate> Candidates { get; }

    public ClaimFeatures Features { get; }

    /// <summary>Its claims, each with the candidate and the index of the name that were found; null and -1 where none was.</summary>
    public List<(AnnotatedClaim Claim, ClaimCandidate? Candidate, int Name)> Gold { get; } = [];

    /// <summary>For each name whether it is itself what is claimed: a licence, maker or base.</summary>
    public bool[] Objects() => ClaimReader.Objects(Text, Candidates.Where(candidate => Gold.Exists(one => one.Candidate == candidate)));

    /// <summary>Whether a candidate that is claimed is said of a name; null where it cannot be, or where the name is another mention of one
    /// of which it is said.</summary>
    public bool? IsOf(
        ClaimCandidate candidate,
        IReadOnlyCollection<(AnnotatedClaim Claim, ClaimCandidate? Candidate, int Name)> gold,
        int name
    )
    {
        var isOf = gold.Any(one => one.Name == name);
        return
            !ClaimReader.CanBeOf(candidate, Text.Names[name])
            || !isOf && gold.Any(one => one.Name >= 0 && Text.Names[one.Name].Subject == Text.Names[name].Subject)
            ? null
            : isOf;
    }

    /// <summary>The subject of a claim, which the next may continue; null where it is not known.</summary>
    public SubjectView? LastSubject(IReadOnlyCollection<(AnnotatedClaim Claim, ClaimCandidate? Candidate, int Name)> gold) =>
        gold.LastOrDefault(one => one.Name >= 0) is { Candidate: not null } last ? Text.Names[last.Name].Subject : null;

    private static bool IsOf(string candidate, string claimed) =>
        candidate == claimed
        || candidate == "maker" && claimed == "publisher"
        || ClaimKinds.Terms.ContainsKey(candidate) && ClaimKinds.Terms.ContainsKey(claimed) && IsClosed(candidate) == IsClosed(claimed);

    private static bool IsClosed(string kind) => kind is "closed" or "restricted" or "non_commercial" or "own_licence";

    private static bool Overlaps(EntityLink link, (int Start, int End) place) => link.Start < place.End && place.Start < link.End;

    private List<(int Start, int End)> Places(string words)
    {
        var sought = string.Concat(Tokenizer.Split(words).Select(token => token.Text));
        var found = new List<(int, int)>();
        for (var i = 0; i < Text.Tokens.Length && sought.Length > 0; i++)
        {
            var (end, length) = (i, 0);
            while (end < Text.Tokens.Length && sought.AsSpan(length).StartsWith(Text.Tokens[end].Text))
                length += Text.Tokens[end++].Text.Length;

            // What is written without spaces may be cut elsewhere.
            if (length == sought.Length)
                found.Add((i, end));
            else if (Tokenizer.IsCjk(sought[0]) && Text.Tokens[i].Text.Contains(sought, StringComparison.Ordinal))
                found.Add((i, i + 1));
        }

        return found;
    }

    private static ((int Start, int End)? At, (int Start, int End)? Of) Nearest(
        List<(int Start, int End)> at,
        List<(int Start, int End)> of
    ) =>
        at.Count == 0 ? (null, of.Count == 0 ? null : of[0])
        : of.Count == 0 ? (at[0], null)
        : at.SelectMany(one => of.Select(other => (one, other)))
            .OrderBy(pair => Math.Abs(pair.one.Start - pair.other.Start))
            .Select(pair => (((int, int)?)pair.one, ((int, int)?)pair.other))
            .First();
}
