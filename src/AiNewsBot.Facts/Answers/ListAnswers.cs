using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Which releases match.</summary>
internal static class ListAnswers
{
    private const int RowsPerPage = 20;

    private static readonly ImmutableArray<VerdictKind> Published = [VerdictKind.OpenWeights, VerdictKind.RestrictedWeights, VerdictKind.NonCommercialWeights];

    public static Answer Of(AnswerContext context, ListFilter filter, int number = 1)
    {
        var found = Find(context, filter);

        // Many say open source who mean that the weights are to be had.
        if (found.IsEmpty && filter.Verdicts is [VerdictKind.OpenSource]
            && Of(context, filter with { Verdicts = Published }, number) is { Status: AnswerStatus.Answered, Rows.IsEmpty: false } wider)
            return wider with { Lead = context.Wording["list_none_strict", ("filters", string.Join(", ", filter.Words))] };
        var filters = filter.Words.IsEmpty ? "" : string.Join(", ", filter.Words);
        if (found.IsEmpty)
            return None(context, filter, filters);
        var lead = context.Wording[found.Length == 1 ? "list_lead_one" : "list_lead",
            ("count", found.Length.ToString(CultureInfo.InvariantCulture)), ("filters", filters)];
        var groups = Groups(found);
        var page = Page.Of(number, groups.Length, RowsPerPage);
        var shown = groups.Skip((page.Number - 1) * RowsPerPage).Take(RowsPerPage).ToArray();
        var left = groups.Length - (page.Number - 1) * RowsPerPage - shown.Length;
        return context.Answer(filter.Of, lead, shown.SelectMany(group => group).SelectMany(judged => judged.Verdict.Because.Take(2))) with
        {
            Rows = [.. shown.Select(group => Line(context, group))],
            Notes = left > 0 ? [context.Wording["list_more", ("count", left.ToString(CultureInfo.InvariantCulture))] + "."] : [],
            Page = page,

            // The buttons of further pages carry a filter and no day.
            Filter = context.AsOf is null ? filter : null,
        };
    }

    /// <summary>The releases that match on the day, newest first.</summary>
    public static ImmutableArray<JudgedRelease> Find(AnswerContext context, ListFilter filter)
    {
        var found = ImmutableArray.CreateBuilder<JudgedRelease>();
        foreach (var judged in context.Facts.JudgeAll(context.Day))
        {
            if (MatchesVerdict(judged.Verdict, filter) && MatchesFacts(context, judged, filter))
                found.Add(judged);
        }

        return found.ToImmutable();
    }

    // That none of Claude is open follows from the facts of all of them; that no Korean model is known follows from none.
    private static Answer None(AnswerContext context, ListFilter filter, string filters)
    {
        var judged = filter.Of.SelectMany(of => OpennessAnswers.Judge(context, of)).ToArray();
        var isKnown = judged.Length > 0 && judged.All(pair => pair.Verdict.Kind != VerdictKind.Unknown);
        return context.Answer(filter.Of, context.Wording["list_none", ("filters", filters)], isKnown ? judged.SelectMany(pair => pair.Verdict.Because.Take(2)) : []) with
        {
            Status = isKnown ? AnswerStatus.Answered : AnswerStatus.NoFact,
            Rows = isKnown ? OpennessAnswers.Split(context, judged) : [],
            Filter = context.AsOf is null ? filter : null,
        };
    }

    private static bool MatchesVerdict(Verdict verdict, ListFilter filter) =>
        (filter.Verdicts.IsEmpty || filter.Verdicts.Contains(verdict.Kind))
        && (filter.Licence is null || verdict.Licence?.Id == filter.Licence.Id)
        && (filter.ExceptLicence is null || verdict.Licence is { } other && other.Id != filter.ExceptLicence.Id)
        && (filter.NoConditions.IsEmpty || verdict.Licence is { } free && !free.Conditions.Any(condition => filter.NoConditions.Contains(condition.Kind)))
        && (filter.LicenceGroup is null || verdict.Licence is { } licence && Tokenizer.Key(licence.Name).Contains(filter.LicenceGroup, StringComparison.Ordinal))
        && (filter.Conditions.IsEmpty || filter.Conditions.All(kind => verdict.Licence?.Conditions.Any(condition => condition.Kind == kind) == true));

    private static bool MatchesFacts(AnswerContext context, JudgedRelease judged, ListFilter filter)
    {
        var release = judged.Release;
        return (filter.Of.IsEmpty || judged.Maker is { } maker && filter.Of.Contains(maker) || judged.Family is { } family && filter.Of.Contains(family))
            && (filter.Countries.IsEmpty || judged.Maker?.On(Properties.Country, context.Day).Value is { } country && filter.Countries.Contains(country))
            && (filter.ExceptCountries.IsEmpty || judged.Maker?.On(Properties.Country, context.Day).Value is { } home && !filter.ExceptCountries.Contains(home))
            && (filter.Modality is null || release.Modality == filter.Modality)
            && (filter.During is not { } period || IsWithin(release.WeightsOut ?? release.Announced, period))
            && (filter.Without.IsEmpty || filter.Without.All(component => release.Component(component, context.Day).Availability == Availability.Unavailable))
            && (filter.Components.IsEmpty || filter.Components.All(component => release.Component(component, context.Day).Availability is Availability.Available or Availability.Gated));
    }

    private static bool IsWithin(FactDate? date, Period period) => date is { } day && day.Earliest >= period.First && day.Latest <= period.Last;

    // Many lines of one family would hide the others: those that agree are said together.
    private static ImmutableArray<ImmutableArray<JudgedRelease>> Groups(ImmutableArray<JudgedRelease> found) =>
        [.. found.GroupBy(judged => (judged.Family, judged.Verdict.Kind, judged.Verdict.Licence)).Select(group => group.ToImmutableArray())];

    private static AnswerRow Line(AnswerContext context, ImmutableArray<JudgedRelease> group)
    {
        var (_, _, maker, verdict) = group[0];
        var says = OpennessAnswers.Describe(context, verdict.Kind, verdict.Licence is { } licence ? LicenceWords.Name(licence) : null);
        return new AnswerRow(context.Names([.. group.Select(judged => judged.Release)], 6), maker is null ? says : $"{says} ({maker.Name})", verdict.Kind);
    }
}
