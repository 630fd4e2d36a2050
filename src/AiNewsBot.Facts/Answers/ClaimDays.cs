using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>The days on which something must be so for a claim to hold, and what that comes to.</summary>
internal static class ClaimDays
{
    /// <summary>The days; several where the claim is on all or any time.</summary>
    public static ImmutableArray<DateOnly> Create(
        AnswerContext context,
        Release release,
        Assertion says,
        params ReadOnlySpan<string> properties
    )
    {
        if (says.Date?.Day is { } day)
            return [day];
        var first = (release.WeightsOut ?? release.Announced)?.Latest ?? context.Day;
        if (says.Time == TimeScope.Now)
            return [context.Day];
        if (says.Time == TimeScope.AtRelease)
            return [FirstTermsEnd(release, properties) is { } end && end < first ? end : first];
        var days = new SortedSet<DateOnly> { first, context.Day };
        foreach (var property in properties)
        {
            foreach (var statement in release.All(property))
            {
                if (
                    statement.ValidTo is { } to
                    && to.Earliest.AddDays(-1) is var last
                    && last >= ((release.WeightsOut ?? release.Announced)?.Earliest ?? first)
                    && last <= context.Day
                )
                    days.Add(last);
                if (statement.ValidFrom is { } from && from.Latest > first && from.Latest <= context.Day)
                    days.Add(from.Latest);
            }
        }

        return [.. days];
    }

    // Where the day of release and that on which its first licence ended are both not known exactly, the licence held at the release.
    private static DateOnly? FirstTermsEnd(Release release, ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            foreach (var statement in release.All(property))
            {
                if (
                    statement is { ValidFrom: null, ValidTo: { } to }
                    && to.Earliest.AddDays(-1) is var last
                    && last >= (release.WeightsOut ?? release.Announced)?.Earliest
                )
                    return last;
            }
        }

        return null;
    }

    /// <summary>What the judgements of those days come to.</summary>
    public static ClaimJudgement Over(IEnumerable<ClaimJudgement> judgements, TimeScope time)
    {
        var all = judgements.Distinct().ToArray();
        if (all.Length <= 1)
            return all.Length == 0 ? ClaimJudgement.Unknown : all[0];
        return time == TimeScope.Ever
            ? all.Contains(ClaimJudgement.Agrees)
                ? ClaimJudgement.Agrees
                : all.Contains(ClaimJudgement.Depends)
                    ? ClaimJudgement.Depends
                    : ClaimJudgement.Unknown
            : all.Contains(ClaimJudgement.Disagrees)
                ? ClaimJudgement.Disagrees
                : all.Contains(ClaimJudgement.Depends)
                    ? ClaimJudgement.Depends
                    : ClaimJudgement.Unknown;
    }
}
