using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions;

/// <summary>Who a clause says made what: "Mistral makes Qwen", "Whisper was made by Google".</summary>
internal static class PropositionMakers
{
    public static IEnumerable<Proposition> Create(PropositionClause clause, FactBase facts, bool isQuestion)
    {
        var names = clause.Names.Where(link => link is { IsAmbiguous: false, Version: null } && link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family or SubjectKind.Organization).ToArray();
        for (var i = 0; i + 1 < names.Length; i++)
        {
            var (one, other) = (names[i], names[i + 1]);
            var passive = clause.Hits("made_by").Any(hit => hit.Start >= one.End && hit.End <= other.Start && clause.IsEmptyBetween(hit.End, other.Start) && clause.IsEmptyBetween(one.End, hit.Start));
            var active = !passive && clause.Hits("makers").Any(hit => hit.Start >= one.End && hit.End <= other.Start && clause.IsEmptyBetween(hit.End, other.Start) && clause.IsEmptyBetween(one.End, hit.Start))
                || isQuestion && clause.Hits("makers").Any(hit => hit.Start >= one.End && hit.End <= other.Start);
            passive |= !active && IsPossessive(clause, one, other);
            if (!passive && !active)
                continue;
            var (made, maker) = passive ? (one.Subject, other.Subject) : (other.Subject, one.Subject);
            if (made.Subject.Kind == SubjectKind.Organization || facts.MakerOf(maker) is not { } company || facts.FamilyOf(made) == facts.FamilyOf(maker))
                continue;
            yield return new Proposition(made, new Assertion(Aspect.Maker) { Maker = company, IsDenied = clause.IsDenied(passive ? other.Start : one.End + 2, 1, isQuestion) }, clause.Text);
        }
    }

    // "Whisper is Google's model", "Whisper is a Google model"
    private static bool IsPossessive(PropositionClause clause, EntityLink one, EntityLink other) =>
        other.Subject.Subject.Kind == SubjectKind.Organization && PropositionClause.Between(one.End, other.Start).Any(clause.IsCopula) && clause.IsEmptyBetween(one.End, other.Start)
        && (clause.Tokens[other.End - 1].Raw is [.., '\'' or '’', 's'] || other.End < clause.End && clause.Tokens[other.End].Text is "model" or "llm" or "release")
        && !clause.Hits("terms").Any(hit => hit.Start < other.Start);

}
