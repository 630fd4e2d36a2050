using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering;

/// <summary>A list's filter as a page button carries it: fields in a fixed order between bars, several values between commas.</summary>
internal static class ListFilterCodec
{
    private const int MaxLength = 80;
    private const int Fields = 7;
    private const int FieldsWithLicences = 10;

    /// <summary>The filter in short; null when it is too long for a button.</summary>
    public static string? Write(ListFilter filter)
    {
        var code = string.Join(
            '|',
            string.Join(',', filter.Of.Select(view => view.Id).Concat(filter.ExceptOf.Select(view => "!" + view.Id))),
            string.Join(',', filter.Countries.Concat(filter.ExceptCountries.Select(country => "!" + country))),
            string.Join(',', filter.Verdicts.Select(verdict => ((int)verdict).ToString(CultureInfo.InvariantCulture))),
            filter.Licence is { } licence
                ? string.Join('+', filter.OtherLicences.Prepend(licence).Select(view => view.Id))
                : (filter.ExceptLicence is { } except ? "!" + except.Id : ""),
            string.Join(',', filter.Components),
            filter.Modality ?? "",
            filter.During is { } period ? $"{period.First:yyyyMMdd}-{period.Last:yyyyMMdd}" : ""
        );
        if (
            filter.LicenceGroup is not null
            || filter.OpennessClass is not null
            || !filter.Conditions.IsEmpty
            || !filter.NoConditions.IsEmpty
            || !filter.Without.IsEmpty
        )
            code = string.Join(
                '|',
                code,
                filter.LicenceGroup ?? "",
                string.Join(',', filter.Conditions.Concat(filter.NoConditions.Select(kind => "!" + kind))),
                string.Join(',', filter.Without.Concat(filter.OpennessClass is { } reached ? [$"mof{reached}"] : []))
            );
        return code.Length <= MaxLength ? code : null;
    }

    /// <summary>The filter; null when it speaks of something that is no longer known.</summary>
    public static ListFilter? Read(string code, FactBase facts)
    {
        var fields = code.Split('|');
        if (fields.Length is not (Fields or FieldsWithLicences))
            return null;
        var of = Values(fields[0]).Where(id => id[0] != '!').Select(facts.Find).ToArray();
        var exceptOf = Values(fields[0]).Where(id => id[0] == '!').Select(id => facts.Find(id[1..])).ToArray();
        var licences = fields[3].TrimStart('!').Split('+', StringSplitOptions.RemoveEmptyEntries).Select(facts.Licence).ToArray();
        var licence = licences.FirstOrDefault();
        if (of.Contains(null) || exceptOf.Contains(null) || licences.Contains(null) || !TryReadPeriod(fields[6], out var during))
            return null;
        return FilterFormatter.Describe(
            new ListFilter
            {
                Of = [.. of.OfType<SubjectView>()],
                ExceptOf = [.. exceptOf.OfType<SubjectView>()],
                OtherLicences = [.. licences.Skip(1).OfType<SubjectView>()],
                OpennessClass = Values(fields.ElementAtOrDefault(Fields + 2) ?? "")
                    .FirstOrDefault(value => value is ['m', 'o', 'f', >= '1' and <= '3'])
                    is { } reached
                    ? reached[3] - '0'
                    : null,
                Countries = [.. Values(fields[1]).Where(country => country[0] != '!')],
                ExceptCountries = [.. Values(fields[1]).Where(country => country[0] == '!').Select(country => country[1..])],
                Verdicts =
                [
                    .. Values(fields[2])
                        .Select(value =>
                            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                                ? (VerdictKind)number
                                : VerdictKind.Unknown
                        ),
                ],
                Licence = fields[3] is ['!', ..] ? null : licence,
                ExceptLicence = fields[3] is ['!', ..] ? licence : null,
                Components = [.. Values(fields[4]).Where(Components.Contains)],
                Modality = fields[5].Length > 0 ? fields[5] : null,
                During = during,
                LicenceGroup = fields.ElementAtOrDefault(Fields) is { Length: > 0 } group ? group : null,
                Conditions = [.. Values(fields.ElementAtOrDefault(Fields + 1) ?? "").Where(kind => kind[0] != '!')],
                NoConditions =
                [
                    .. Values(fields.ElementAtOrDefault(Fields + 1) ?? "").Where(kind => kind[0] == '!').Select(kind => kind[1..]),
                ],
                Without = [.. Values(fields.ElementAtOrDefault(Fields + 2) ?? "").Where(Components.Contains)],
            }
        );
    }

    private static string[] Values(string field) => field.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static bool TryReadPeriod(string text, out Period? period)
    {
        period = null;
        if (text.Length == 0)
            return true;
        var dates = text.Split('-');
        if (dates.Length != 2 || !TryReadDay(dates[0], out var first) || !TryReadDay(dates[1], out var last))
            return false;
        period = new Period(first, last);
        return true;
    }

    private static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
