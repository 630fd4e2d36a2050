using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Which releases match.</summary>
internal static class ListAnswers
{
    private const int RowsPerPage = 20;
    private const int MaxShortList = 5;
    private const int MaxAlsoNamed = 6;

    private static readonly ImmutableArray<VerdictKind> Published =
    [
        VerdictKind.OpenWeights,
        VerdictKind.RestrictedWeights,
        VerdictKind.NonCommercialWeights,
    ];

    public static Answer Create(AnswerContext context, ListFilter filter, int number = 1)
    {
        var found = Find(context, filter);

        // Many say open source who mean that the weights are to be had.
        if (
            found.IsEmpty
            && (
                filter.Verdicts is [VerdictKind.OpenSource]
                || filter.Verdicts.Contains(VerdictKind.OpenWeights) && !filter.Verdicts.Contains(VerdictKind.RestrictedWeights)
            )
            && filter with { Verdicts = Published } is var wide
            && !Find(context, wide).IsEmpty
        )
            return Create(context, wide, number) with
            {
                Lead = context.Wording[
                    filter.Verdicts.Length == 1 ? "list_none_strict" : "list_none_free",
                    ("filters", string.Join(", ", filter.Words))
                ],
            };
        var filters = filter.Words.IsEmpty ? "" : string.Join(", ", filter.Words.Select(word => Describe(filter, word)));
        if (found.IsEmpty)
            return None(context, filter, filters);
        var groups = Groups(found);
        var page = Page.Create(number, groups.Length, RowsPerPage);
        var where =
            page.Count > 1
                ? context.Wording[
                    "list_page",
                    ("page", page.Number.ToString(CultureInfo.InvariantCulture)),
                    ("pages", page.Count.ToString(CultureInfo.InvariantCulture))
                ]
                : "";
        var lead = context.Wording[
            found.Length == 1 ? "list_lead_one"
            : filter.IsEmpty ? "list_all"
            : "list_lead",
            ("count", found.Length.ToString(CultureInfo.InvariantCulture)),
            ("filters", found.Length > 0 && filters.Length > 0 ? char.ToUpperInvariant(filters[0]) + filters[1..] : filters),
            ("page", where)
        ];
        var shown = groups.Skip((page.Number - 1) * RowsPerPage).Take(RowsPerPage).ToArray();
        var left = groups.Length - (page.Number - 1) * RowsPerPage - shown.Length;
        return context.Answer(filter.Of, lead, shown.SelectMany(group => group).SelectMany(judged => judged.Verdict.Because.Take(2))) with
        {
            Rows = [.. shown.Select(group => Line(context, group, filter))],
            Notes =
            [
                .. left > 0
                    ? [context.Wording["list_more", ("count", left.ToString(CultureInfo.InvariantCulture))] + "."]
                    : Array.Empty<string>(),
                .. AlsoPublished(context, filter, found.Length),
            ],
            Page = page,

            // The buttons of further pages carry a filter and no day.
            Filter = context.AsOf is null ? filter : null,
        };
    }

    // "Open weights by Google" is short without Gemma 3, whose weights are public under a licence that restricts use.
    private static IEnumerable<string> AlsoPublished(AnswerContext context, ListFilter filter, int count)
    {
        if (
            count > MaxShortList
            || !context.IsEnglish
            || !filter.Verdicts.Contains(VerdictKind.OpenWeights)
            || filter.Verdicts.Contains(VerdictKind.RestrictedWeights)
            || Find(context, filter with { Verdicts = [VerdictKind.RestrictedWeights] }) is not { IsEmpty: false } others
        )
            return [];
        return [context.Wording["list_besides", ("names", context.Names([.. others.Select(judged => judged.Release)], MaxAlsoNamed))]];
    }

    /// <summary>The releases that match on the day, newest first.</summary>
    public static ImmutableArray<ReleaseVerdict> Find(AnswerContext context, ListFilter filter)
    {
        var day = context.Facts.JudgeAll(context.Day);
        var components = filter.Components.Select(day.GetAvailabilities).ToArray();
        var without = filter.Without.Select(day.GetAvailabilities).ToArray();
        var countries = filter.Countries.IsEmpty && filter.ExceptCountries.IsEmpty ? [] : day.Countries;

        // Licences are few, and releases many.
        var licences = NarrowsLicences(filter)
            ? context.Facts.Licences.Where(licence => MatchesLicence(licence, filter)).ToHashSet()
            : null;
        var found = ImmutableArray.CreateBuilder<ReleaseVerdict>();
        for (var i = 0; i < day.Releases.Length; i++)
        {
            var verdict = day.Releases[i].Verdict;
            if (
                (filter.Verdicts.IsEmpty || filter.Verdicts.Contains(verdict.Kind))
                && (licences is null || verdict.Licence is { } licence && licences.Contains(licence))
                && MatchesFacts(day.Releases[i], filter)
                && (countries.IsDefaultOrEmpty || MatchesCountry(countries[i], filter))
                && Array.TrueForAll(components, held => held[i] is Availability.Available or Availability.Gated)
                && Array.TrueForAll(without, held => held[i] is Availability.Unavailable)
            )
                found.Add(day.Releases[i]);
        }

        return found.ToImmutable();
    }

    // That none of Claude is open follows from the facts of all of them; that no Korean model is known follows from none.
    private static Answer None(AnswerContext context, ListFilter filter, string filters)
    {
        // What came out in other years, or is of another kind, has no part in it.
        var among = Find(context, filter with { Verdicts = [] }).Select(judged => judged.Release).ToHashSet();
        var judged = filter
            .Of.SelectMany(of => OpennessAnswers.Judge(context, of))
            .Where(pair => among.Count == 0 || among.Contains(pair.Release))
            .ToArray();
        var isKnown = judged.Length > 0 && judged.All(pair => pair.Verdict.Kind != VerdictKind.Unknown);
        return context.Answer(
            filter.Of,
            context.Wording["list_none", ("filters", filters)],
            isKnown ? judged.SelectMany(pair => pair.Verdict.Because.Take(2)) : []
        ) with
        {
            Status = isKnown ? AnswerStatus.Answered : AnswerStatus.NoFact,
            Rows = isKnown ? OpennessAnswers.Split(context, judged) : [],
            Filter = context.AsOf is null ? filter : null,
        };
    }

    private static bool NarrowsLicences(ListFilter filter) =>
        filter.Licence is not null
        || filter.ExceptLicence is not null
        || filter.LicenceGroup is not null
        || !filter.Conditions.IsEmpty
        || !filter.NoConditions.IsEmpty;

    private static bool MatchesLicence(Licence licence, ListFilter filter) =>
        (filter.Licence is null || licence.Id == filter.Licence.Id || filter.OtherLicences.Contains(licence))
        && (filter.ExceptLicence is null || licence.Id != filter.ExceptLicence.Id)
        && !licence.Conditions.Any(condition => filter.NoConditions.Contains(condition.Kind))
        && (filter.LicenceGroup != ListFilter.OsiApproved || licence.OsiApproved)
        && (
            filter.LicenceGroup is null or ListFilter.OsiApproved
            || Tokenizer.Key(licence.Name).Contains(filter.LicenceGroup, StringComparison.Ordinal)
        )
        && filter.Conditions.All(kind => licence.Conditions.Any(condition => condition.Kind == kind));

    private static bool MatchesCountry(string? country, ListFilter filter) =>
        country is not null
        && (filter.Countries.IsEmpty || filter.Countries.Contains(country))
        && !filter.ExceptCountries.Contains(country);

    // Each class holds the one below.
    private static bool Reaches(ReleaseVerdict judged, int opennessClass) =>
        judged.Verdict.Definitions.Any(definition =>
            definition is { Id: ModelOpennessFramework.Id, Result: ['c', .., var number] } && number - '0' <= opennessClass
        );

    private static bool MatchesFacts(ReleaseVerdict judged, ListFilter filter)
    {
        var release = judged.Release;
        return (filter.OpennessClass is not { } opennessClass || Reaches(judged, opennessClass))
            && !(
                judged.Maker is { } by && filter.ExceptOf.Contains(by)
                || judged.Family is { } line && filter.ExceptOf.Contains(line)
                || filter.ExceptOf.Contains(release)
            )
            && (
                filter.Of.IsEmpty
                || judged.Maker is { } maker && filter.Of.Contains(maker)
                || judged.Family is { } family && filter.Of.Contains(family)
                || filter.Of.Any(of => of is Release named && IsOfLine(release, named))
            )
            && (filter.Modality is null || release.Modality == filter.Modality)
            && (filter.During is not { } period || IsWithin(release.WeightsOut ?? release.Announced, period));
    }

    // Qwen3-Max is one of the Qwen3 models; Qwen3.5 is not.
    private static bool IsOfLine(Release release, Release named) =>
        release == named
        || release.Name.Length > named.Name.Length
            && release.Name.StartsWith(named.Name, StringComparison.OrdinalIgnoreCase)
            && release.Name[named.Name.Length] is not '.'
            && !char.IsLetterOrDigit(release.Name[named.Name.Length]);

    private static bool IsWithin(FactDate? date, Period period) =>
        date is { } day && day.Earliest >= period.First && day.Latest <= period.Last;

    // Many lines of one family would hide the others: those that agree are said together.
    private static ImmutableArray<ImmutableArray<ReleaseVerdict>> Groups(ImmutableArray<ReleaseVerdict> found) =>
        [
            .. found
                .GroupBy(judged => (judged.Family, judged.Verdict.Kind, judged.Verdict.Licence))
                .Select(group => group.ToImmutableArray()),
        ];

    // "Which are from France" is answered with "from France", no matter how the country was typed.
    private static string Describe(ListFilter filter, string word) =>
        filter
            .Countries.Select(CountryNames.InEnglish)
            .FirstOrDefault(name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
            is { } country
            ? $"from {country}"
            : word;

    // Who makes them need not be said of each where that was asked for.
    private static AnswerRow Line(AnswerContext context, ImmutableArray<ReleaseVerdict> group, ListFilter filter)
    {
        var (_, _, maker, verdict) = group[0];
        var says = OpennessAnswers.Describe(
            context,
            verdict.Kind,
            verdict.Licence is { } licence ? LicenceFormatter.GetShortName(licence) : null
        );
        return new AnswerRow(
            context.Names([.. group.Select(judged => judged.Release)], 6),
            maker is null || filter.Of.Contains(maker) ? says : $"{says} ({maker.Name})",
            verdict.Kind
        );
    }
}
