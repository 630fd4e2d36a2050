using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering;

/// <summary>A list's filter as the fields of a button's id. A field may hold several values, of which those that are excluded have a mark
/// before them.</summary>
internal static class ListFilterFields
{
    private const int Count = 7;
    private const int CountWithConditions = 10;
    private const char Not = '!';
    private const string OpennessClass = "mof";
    private const string DayFormat = "yyyyMMdd";

    /// <summary>The fields; the last three only where one of them says something.</summary>
    public static ImmutableArray<string> Write(ListFilter filter)
    {
        ImmutableArray<string> fields =
        [
            Join(filter.Of.Select(view => view.Id), filter.ExceptOf.Select(view => view.Id)),
            Join(filter.Countries, filter.ExceptCountries),
            Join(filter.Verdicts.Select(verdict => ((int)verdict).ToString(CultureInfo.InvariantCulture))),
            filter.Licence is { } licence
                ? string.Join('+', filter.OtherLicences.Prepend(licence).Select(view => view.Id))
                : Join([], filter.ExceptLicence is { } except ? [except.Id] : []),
            Join(filter.Components),
            filter.Modality ?? "",
            filter.During is { } period ? $"{Day(period.First)}-{Day(period.Last)}" : "",
        ];
        ImmutableArray<string> conditions =
        [
            filter.LicenceGroup ?? "",
            Join(filter.Conditions, filter.NoConditions),
            Join(filter.Without.Concat(filter.OpennessClass is { } reached ? [$"{OpennessClass}{reached}"] : [])),
        ];
        return conditions.All(field => field.Length == 0) ? fields : fields.AddRange(conditions);
    }

    /// <summary>The filter; null when it speaks of something that is no longer known.</summary>
    public static ListFilter? Read(ImmutableArray<string> fields, FactBase facts)
    {
        if (fields.Length is not (Count or CountWithConditions))
            return null;
        var (of, exceptOf) = Split(fields[0]);
        var (countries, exceptCountries) = Split(fields[1]);
        var isExcluded = fields[3] is [Not, ..];
        var (conditions, noConditions) = Split(fields.ElementAtOrDefault(Count + 1) ?? "");
        var (without, _) = Split(fields.ElementAtOrDefault(Count + 2) ?? "");
        if (
            Find(of, facts.Find) is not { } makers
            || Find(exceptOf, facts.Find) is not { } exceptMakers
            || Find(fields[3].TrimStart(Not).Split('+', StringSplitOptions.RemoveEmptyEntries), facts.Licence) is not { } licences
            || !TryReadPeriod(fields[6], out var during)
        )
            return null;
        return FilterFormatter.Describe(
            new ListFilter
            {
                Of = makers,
                ExceptOf = exceptMakers,
                Countries = countries,
                ExceptCountries = exceptCountries,
                Verdicts = [.. Split(fields[2]).Values.Select(ReadVerdict)],
                Licence = isExcluded ? null : licences.FirstOrDefault(),
                OtherLicences = [.. licences.Skip(1)],
                ExceptLicence = isExcluded ? licences.FirstOrDefault() : null,
                Components = [.. Split(fields[4]).Values.Where(Components.Contains)],
                Modality = fields[5].Length > 0 ? fields[5] : null,
                During = during,
                LicenceGroup = fields.ElementAtOrDefault(Count) is { Length: > 0 } group ? group : null,
                Conditions = conditions,
                NoConditions = noConditions,
                Without = [.. without.Where(Components.Contains)],
                OpennessClass = without.Select(ReadClass).FirstOrDefault(reached => reached is not null),
            }
        );
    }

    private static string Join(IEnumerable<string> values, IEnumerable<string>? excluded = null) =>
        string.Join(',', values.Concat((excluded ?? []).Select(value => Not + value)));

    private static (ImmutableArray<string> Values, ImmutableArray<string> Excluded) Split(string field)
    {
        var isExcluded = field.Split(',', StringSplitOptions.RemoveEmptyEntries).ToLookup(value => value[0] == Not);
        return ([.. isExcluded[false]], [.. isExcluded[true].Select(value => value[1..])]);
    }

    // All of them, or null where one is no longer known.
    private static ImmutableArray<SubjectView>? Find(IEnumerable<string> ids, Func<string, SubjectView?> find)
    {
        SubjectView?[] found = [.. ids.Select(find)];
        return found.Contains(null) ? null : [.. found.OfType<SubjectView>()];
    }

    private static VerdictKind ReadVerdict(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (VerdictKind)number : VerdictKind.Unknown;

    private static int? ReadClass(string value) => value is ['m', 'o', 'f', >= '1' and <= '3' and var reached] ? reached - '0' : null;

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static bool TryReadPeriod(string text, out Period? period)
    {
        period = null;
        if (text.Length == 0)
            return true;
        if (text.Split('-') is not [var from, var to] || !TryReadDay(from, out var first) || !TryReadDay(to, out var last))
            return false;
        period = new Period(first, last);
        return true;
    }

    private static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
