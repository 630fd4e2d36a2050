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
        var countries = Values(signals, "countries").Concat(signals.Tokens.SelectMany(token => lexicon.Regions.GetValueOrDefault(token.Text, []))).Distinct().ToImmutableArray();
        words.AddRange(Typed(signals, "countries"));
        words.AddRange(signals.Tokens.Where(token => lexicon.Regions.ContainsKey(token.Text)).Select(token => token.Text));
        var verdicts = Verdicts(signals);
        if (!verdicts.IsEmpty)
            words.AddRange(Typed(signals, "verdicts"));
        if (signals.Licence is not null)
            words.Add(signals.Licence.Name);
        var components = signals.Cues.Where(hit => hit.Cue.Group == "components" && hit.Cue.Value != Components.Weights).Select(hit => hit.Cue.Value).Distinct().ToImmutableArray();
        words.AddRange(components.Select(Components.Label));
        var modality = Values(signals, "modalities").FirstOrDefault(value => value != "text" || verdicts.IsEmpty);
        if (modality is not null)
            words.Add(modality);
        if (signals.Date is { Period: not null } date)
            words.Add(date.Typed);
        return new ListFilter
        {
            Of = of,
            Countries = countries,
            Verdicts = verdicts,
            Licence = signals.Licence,
            Components = components,
            Modality = modality,
            During = signals.Date?.Period,
            Words = words.ToImmutable(),
        };
    }

    private static ImmutableArray<VerdictKind> Verdicts(Signals signals)
    {
        var asked = Values(signals, "verdicts").ToHashSet();
        if (asked.Contains("non-commercial-weights"))
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

    private static IEnumerable<string> Values(Signals signals, string group) =>
        signals.Cues.Where(hit => hit.Cue.Group == group).Select(hit => hit.Cue.Value).Distinct();

    private static IEnumerable<string> Typed(Signals signals, string group) =>
        signals.Cues.Where(hit => hit.Cue.Group == group).Select(hit => string.Join(' ', hit.Cue.Words)).Distinct();
}
