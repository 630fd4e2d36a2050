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

    public static Answer Of(AnswerContext context, ListFilter filter, int number = 1)
    {
        var found = Find(context, filter);
        var filters = filter.Words.IsEmpty ? "" : string.Join(", ", filter.Words);
        if (found.IsEmpty)
            return None(context, filter, filters);
        var lead = context.Wording[found.Length == 1 ? "list_lead_one" : "list_lead",
            ("count", found.Length.ToString(CultureInfo.InvariantCulture)), ("filters", filters)];
        var groups = Groups(context, found);
        var page = Page.Of(number, groups.Length, RowsPerPage);
        var shown = groups.Skip((page.Number - 1) * RowsPerPage).Take(RowsPerPage).ToArray();
        var left = groups.Length - (page.Number - 1) * RowsPerPage - shown.Length;
        return context.Answer(filter.Of, lead, shown.SelectMany(group => group).SelectMany(pair => pair.Verdict.Because.Take(2))) with
        {
            Rows = [.. shown.Select(group => Line(context, group))],
            Notes = left > 0 ? [context.Wording["list_more", ("count", left.ToString(CultureInfo.InvariantCulture))] + "."] : [],
            Page = page,
            Filter = filter,
        };
    }

    /// <summary>The releases that match on the day, newest first.</summary>
    public static ImmutableArray<(Release Release, Verdict Verdict)> Find(AnswerContext context, ListFilter filter) =>
        [.. context.Facts.Releases.Where(release => MatchesFacts(context, release, filter))
            .Select(release => (Release: release, Verdict: context.Facts.Judge(release, context.Day)))
            .Where(pair => pair.Verdict is not null && (filter.Verdicts.IsEmpty || filter.Verdicts.Contains(pair.Verdict.Kind))
                && (filter.Licence is null || pair.Verdict.Licence?.Id == filter.Licence.Id)
                && (filter.LicenceGroup is null || pair.Verdict.Licence is { } licence && Tokenizer.Key(licence.Name).Contains(filter.LicenceGroup, StringComparison.Ordinal))
                && filter.Conditions.All(kind => pair.Verdict.Licence?.Conditions.Any(condition => condition.Kind == kind) == true))
            .Select(pair => (pair.Release, pair.Verdict!))];

    // That none of Claude is open follows from the facts of all of them; that no Korean model is known follows from none.
    private static Answer None(AnswerContext context, ListFilter filter, string filters)
    {
        var judged = filter.Of.SelectMany(of => OpennessAnswers.Judge(context, of)).ToArray();
        var isKnown = judged.Length > 0 && judged.All(pair => pair.Verdict.Kind != VerdictKind.Unknown);
        return context.Answer(filter.Of, context.Wording["list_none", ("filters", filters)], isKnown ? judged.SelectMany(pair => pair.Verdict.Because.Take(2)) : []) with
        {
            Status = isKnown ? AnswerStatus.Answered : AnswerStatus.NoFact,
            Rows = isKnown ? OpennessAnswers.Split(context, judged) : [],
            Filter = filter,
        };
    }

    private static bool MatchesFacts(AnswerContext context, Release release, ListFilter filter)
    {
        var maker = context.Facts.MakerOf(release);
        return (filter.Of.IsEmpty || filter.Of.Any(of => of == maker || of == context.Facts.FamilyOf(release)))
            && (filter.Countries.IsEmpty || maker?.On(Properties.Country, context.Day).Value is { } country && filter.Countries.Contains(country))
            && (filter.Modality is null || release.Modality == filter.Modality)
            && (filter.During is not { } period || IsWithin(release.WeightsOut ?? release.Announced, period))
            && filter.Without.All(component => release.Component(component, context.Day).Availability == Availability.Unavailable)
            && filter.Components.All(component => release.Component(component, context.Day).Availability is Availability.Available or Availability.Gated);
    }

    private static bool IsWithin(FactDate? date, Period period) => date is { } day && day.Earliest >= period.First && day.Latest <= period.Last;

    // Many lines of one family would hide the others: those that agree are said together.
    private static ImmutableArray<ImmutableArray<(Release Release, Verdict Verdict)>> Groups(
        AnswerContext context, ImmutableArray<(Release Release, Verdict Verdict)> found) =>
        [.. found.GroupBy(pair => (Family: context.Facts.FamilyOf(pair.Release), pair.Verdict.Kind, pair.Verdict.Licence)).Select(group => group.ToImmutableArray())];

    private static AnswerRow Line(AnswerContext context, ImmutableArray<(Release Release, Verdict Verdict)> group)
    {
        var (first, verdict) = group[0];
        var says = OpennessAnswers.Describe(context, verdict.Kind, verdict.Licence is { } licence ? LicenceWords.Name(licence) : null);
        var maker = context.Facts.MakerOf(first) is { } known ? $" ({known.Name})" : "";
        return new AnswerRow(context.Names([.. group.Select(pair => pair.Release)], 6), says + maker, verdict.Kind);
    }
}
