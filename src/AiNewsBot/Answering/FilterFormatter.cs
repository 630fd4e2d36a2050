using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering;

/// <summary>Describes in words a filter that came from options.</summary>
internal static class FilterFormatter
{
    /// <summary>The filter, with words for all that it narrows by.</summary>
    public static ListFilter Describe(ListFilter filter)
    {
        var words = filter
            .Of.Select(view => view.Name)
            .Concat(filter.ExceptOf.Select(view => $"not {view.Name}"))
            .Concat(filter.Countries.Select(country => $"from {CountryNames.InEnglish(country)}"))
            .Concat(filter.ExceptCountries.Select(country => $"not from {CountryNames.InEnglish(country)}"))
            .ToList();

        // What has open weights is meant with what is open source: one word says both.
        words.AddRange(filter.Verdicts.Take(1).Select(verdict => verdict.ToWords()));
        words.AddRange(
            filter.Licence is { } licence ? [string.Join(" or ", filter.OtherLicences.Prepend(licence).Select(view => view.Name))] : []
        );
        words.AddRange(filter.ExceptLicence is { } except ? [$"not {except.Name}"] : []);
        words.AddRange(filter.NoConditions.Select(condition => "no " + Called(condition)));
        words.AddRange(filter.LicenceGroup is { } group ? [$"{group} licences"] : []);
        words.AddRange(filter.Conditions.Select(Called));
        words.AddRange(filter.Components.Select(Components.Label));
        words.AddRange(filter.Without.Select(component => $"no {Components.Label(component)}"));
        words.AddRange(filter.OpennessClass is { } reached ? [OpennessClassReader.Describe(reached)] : []);
        words.AddRange(filter.Modality is { } modality ? [modality] : []);
        words.AddRange(
            filter.During is { } period
                ? [period.First.Year == period.Last.Year ? $"{period.First.Year}" : $"{period.First.Year} to {period.Last.Year}"]
                : []
        );
        return filter with { Words = words.Count > 0 ? [.. words] : ["all"] };
    }

    private static string Called(string condition) => Languages.Lexicon.ConditionNames.GetValueOrDefault(condition, condition);
}
