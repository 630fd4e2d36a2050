using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads what narrows a list.</summary>
internal static class ListFilters
{
    public static ListFilter Read(Signals signals, Lexicon lexicon)
    {
        var of = signals.Makers.Concat(signals.Models).Select(link => link.Subject).ToImmutableArray();
        var words = ImmutableArray.CreateBuilder<string>();
        words.AddRange(of.Select(view => view.Name));
        var regions = signals.Tokens.Where((token, index) => lexicon.Regions.ContainsKey(token.Text)
            && !signals.Cues.Any(hit => hit.Cue.Group == "conditions" && hit.Start <= index && index < hit.End)).Select(token => token.Text).Distinct().ToArray();
        var countries = Values(signals, "countries").Concat(regions.SelectMany(region => lexicon.Regions[region])).Distinct().ToImmutableArray();
        var isAbroad = IsDeniedBefore(signals, lexicon, "countries") || signals.Tokens.Select((token, index) => (token, index))
            .Any(word => regions.Contains(word.token.Text) && IsDeniedAt(signals, lexicon, word.index));
        words.AddRange(Typed(signals, "countries").Concat(regions).Select(country => isAbroad ? $"not {country}" : country));
        var verdicts = Verdicts(signals, lexicon);
        if (!verdicts.IsEmpty)
            words.AddRange(Typed(signals, "verdicts"));
        if (!verdicts.IsEmpty && signals.Has("commercial_use") && !signals.Narrows("verdicts"))
            words.Add("commercial use");
        var isExcept = signals.Licence is not null && IsDenied(signals, lexicon);
        if (signals.Licence is not null)
            words.Add(isExcept ? $"not {signals.Licence.Name}" : signals.Licence.Name);
        var (conditions, noConditions) = Conditions(signals, lexicon);
        words.AddRange(conditions.Select(kind => lexicon.ConditionNames[kind]));
        words.AddRange(noConditions.Select(kind => "no " + lexicon.ConditionNames[kind]));
        var group = signals.Licence is null ? Values(signals, "licence_groups").FirstOrDefault() : null;
        if (group is not null)
            words.AddRange(Typed(signals, "licence_groups").Take(1));
        var without = Named(signals, isMissing: true).ToImmutableArray();
        var components = Named(signals, isMissing: false).Except(without).Where(component => component != Components.Weights).ToImmutableArray();
        words.AddRange(components.Select(Components.Label));
        words.AddRange(without.Select(component => "no " + Components.Label(component)));
        var modality = signals.Cues.Where(hit => hit.Cue.Group == "modalities" && !IsPartOfComponent(signals, hit)).Select(hit => hit.Cue.Value)
            .FirstOrDefault(value => value != "text" || verdicts.IsEmpty);
        if (modality is not null)
            words.Add(modality);
        var during = signals.AsksState ? null : During(signals);
        if (signals.Date is { Period: not null } date && !signals.AsksState)
            words.Add($"{(during != date.Period && date.Start > 0 ? signals.Tokens[date.Start - 1].Raw + " " : "")}{date.Typed}");
        return new ListFilter
        {
            Of = of,
            Countries = isAbroad ? [] : countries,
            ExceptCountries = isAbroad ? countries : [],
            Verdicts = verdicts,
            Licence = isExcept ? null : signals.Licence,
            ExceptLicence = isExcept ? signals.Licence : null,
            LicenceGroup = group,
            Conditions = conditions,
            NoConditions = noConditions,
            Components = components,
            Without = without,
            Modality = modality,
            During = during,
            Words = words.ToImmutable(),
        };
    }

    private static ImmutableArray<VerdictKind> Verdicts(Signals signals, Lexicon lexicon)
    {
        var asked = Values(signals, "verdicts").ToHashSet();
        if (asked.Contains("non-commercial-weights") || signals.Cues.Any(hit => hit.Cue is { Group: "cues", Value: "commercial_use" } && IsDeniedAt(signals, lexicon, hit.Start)))
            return [VerdictKind.NonCommercialWeights];
        if (asked.Contains("closed"))
            return [VerdictKind.Closed];
        if (asked.Contains("restricted-weights"))
            return [VerdictKind.RestrictedWeights];
        if (asked.Contains("open-source"))
            return [VerdictKind.OpenSource];

        // What is open source has open weights too.
        if (asked.Contains("open-weights"))
            return [VerdictKind.OpenWeights, VerdictKind.OpenSource];
        if (signals.Has("commercial_use"))
            return [VerdictKind.OpenSource, VerdictKind.OpenWeights, VerdictKind.RestrictedWeights];
        return asked.Contains("published")
            ? [VerdictKind.OpenSource, VerdictKind.OpenWeights, VerdictKind.RestrictedWeights, VerdictKind.NonCommercialWeights]
            : [];
    }

    // "Which cannot be used in the EU" asks for a condition, "which can I use in the EU" for none; so does "without a user cap".
    private static (ImmutableArray<string> Has, ImmutableArray<string> HasNot) Conditions(Signals signals, Lexicon lexicon)
    {
        var isDenied = signals.Tokens.Any(token => lexicon.Denials.Contains(token.Text) || token.Text is "banned" or "forbidden" or "excluded" or "excludes");
        var hits = signals.Cues.Where(hit => hit.Cue.Group == "conditions").ToArray();
        return (
            [.. hits.Where(hit => hit.Cue.Value == "territory" ? isDenied : !IsMissing(signals, hit)).Select(hit => hit.Cue.Value).Distinct()],
            [.. hits.Where(hit => hit.Cue.Value == "territory" ? !isDenied : IsMissing(signals, hit)).Select(hit => hit.Cue.Value).Distinct()]);
    }

    private static bool IsDeniedBefore(Signals signals, Lexicon lexicon, string group) =>
        signals.Cues.Any(hit => hit.Cue.Group == group && IsDeniedAt(signals, lexicon, hit.Start));

    // "Not from the US", "non Chinese", "that I cannot sell"
    private static bool IsDeniedAt(Signals signals, Lexicon lexicon, int index)
    {
        for (var before = index - 1; before >= 0 && lexicon.StopWords.Contains(signals.Tokens[before].Text); before--)
        {
            if (lexicon.Denials.Contains(signals.Tokens[before].Text))
                return true;
        }

        return false;
    }

    private static bool IsDenied(Signals signals, Lexicon lexicon) =>
        signals.Links.FirstOrDefault(link => link.Subject is Licence) is { Start: > 0 } link
        && Enumerable.Range(1, Math.Min(2, link.Start)).Any(back => lexicon.Denials.Contains(signals.Tokens[link.Start - back].Text));

    // "Before 2020" is all that lies before, "since 2024" all from then on.
    private static Period? During(Signals signals) => signals.Date switch
    {
        { Period: { } period, Day: { } day } when day < period.First => new Period(DateOnly.MinValue, day),
        { Period: { } period, Day: { } day } when day > period.Last => new Period(day, DateOnly.MaxValue),
        { Period: { } period, Start: > 0 } date when signals.Tokens[date.Start - 1].Text == "since" => new Period(period.First, DateOnly.MaxValue),
        { } date => date.Period,
        null => null,
    };

    // "With a paper but no weights": what "no" or "without" stands before is missing.
    private static IEnumerable<string> Named(Signals signals, bool isMissing) =>
        signals.Cues.Where(hit => hit.Cue.Group == "components" && IsMissing(signals, hit) == isMissing).Select(hit => hit.Cue.Value).Distinct();

    private static bool IsMissing(Signals signals, CueHit hit) =>
        Enumerable.Range(1, 2).Any(back => hit.Start >= back && signals.Tokens[hit.Start - back].Text is "no" or "without" or "lacking" or "missing" or "not");

    // The code of "training code" is no modality.
    private static bool IsPartOfComponent(Signals signals, CueHit hit) =>
        signals.Cues.Any(other => other.Cue.Group == "components" && other.Start <= hit.Start && hit.End <= other.End);

    private static IEnumerable<string> Values(Signals signals, string group) =>
        signals.Cues.Where(hit => hit.Cue.Group == group).Select(hit => hit.Cue.Value).Distinct();

    private static IEnumerable<string> Typed(Signals signals, string group) =>
        signals.Cues.Where(hit => hit.Cue.Group == group).Select(hit => string.Join(' ', hit.Cue.Words)).Distinct();
}
