using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Verdicts;

/// <summary>Verdicts follow from the facts by these rules, and are never typed in.</summary>
public static class VerdictRules
{
    /// <summary>How open a release was on a day. Null when it did not exist yet.</summary>
    public static Verdict? Judge(Release release, Func<string, Licence?> licences, DateOnly day)
    {
        switch (release.ExistedOn(day))
        {
            case false:
                return null;
            case null:
                return Unknown;
        }

        var weights = release.Component(Components.Weights, day);
        if (weights.Because is null)
            return Unknown;
        if (!weights.Availability.IsPublished())
            return weights.Availability == Availability.Unknown
                ? Unknown
                : new Verdict(VerdictKind.Closed, Availability.Unavailable, null, [], [weights.Because]);

        var effectiveStatement = release.GetLicence(Components.Weights, day);
        if (
            effectiveStatement.Statement is null
            || licences(effectiveStatement.Statement.Value) is not { IsPermissive: { } permissive } licence
        )
            return new Verdict(VerdictKind.Unknown, weights.Availability, null, [], [weights.Because]);

        var openSource = OpenSourceDefinition.Judge(release, licences, day);
        var kind =
            licence.Commercial == CommercialUse.No ? VerdictKind.NonCommercialWeights
            : !permissive ? VerdictKind.RestrictedWeights
            : openSource.Result == DefinitionResult.Met ? VerdictKind.OpenSource
            : VerdictKind.OpenWeights;
        return new Verdict(
            kind,
            weights.Availability,
            licence,
            [openSource, ModelOpennessFramework.Judge(release, licences, day)],
            Because(release, weights.Because, effectiveStatement.Statement, licence, day)
        );
    }

    /// <summary>What several verdicts come to: the one that all have, else mixed.
    /// Unknown ones count only when nothing else is known.</summary>
    public static VerdictKind Combine(IEnumerable<VerdictKind> verdicts)
    {
        var known = verdicts.Where(verdict => verdict != VerdictKind.Unknown).Distinct().Take(2).ToArray();
        return known.Length switch
        {
            0 => VerdictKind.Unknown,
            1 => known[0],
            _ => VerdictKind.Mixed,
        };
    }

    /// <summary>What several releases come to. One whose weights are out under a licence that is not known is not closed: beside closed
    /// ones it makes them mixed.</summary>
    public static VerdictKind Combine(IReadOnlyCollection<Verdict> verdicts) =>
        Combine(verdicts.Select(verdict => verdict.Kind)) is var kind
        && kind == VerdictKind.Closed
        && verdicts.Any(verdict => verdict.Kind == VerdictKind.Unknown && verdict.Weights.IsPublished())
            ? VerdictKind.Mixed
            : kind;

    private static Verdict Unknown => new(VerdictKind.Unknown, Availability.Unknown, null, [], []);

    private static ImmutableArray<Statement> Because(Release release, Statement weights, Statement licence, Licence terms, DateOnly day)
    {
        var because = ImmutableArray.CreateBuilder<Statement>();
        because.Add(weights);
        because.Add(licence);
        if (terms.CommercialStatement is { } commercial)
            because.Add(commercial);
        because.AddRange(terms.Restrictions.Select(condition => condition.Statement));
        foreach (var component in (ReadOnlySpan<string>)[Components.TrainingCode, Components.InferenceCode])
        {
            if (release.Component(component, day).Because is { } statement)
                because.Add(statement);
        }

        if (release.GetEffective(Properties.DataInformation, day).Statement is { } information)
            because.Add(information);
        return because.ToImmutable();
    }
}
