using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Questions.Lists;

/// <summary>Reads what narrows a list.</summary>
internal static class ListFilters
{
    private const string English = "en";
    private const string Published = "published";

    public static ListFilter Read(QuestionParts parts, Lexicon lexicon, bool isCommercial)
    {
        var of = parts
            .Makers.Concat(parts.Models)
            .Except(parts.Excluded)
            .Select(link => IsBehindBy(parts, link) ? parts.Facts.MakerOf(link.Subject)! : link.Subject)
            .ToImmutableArray();
        ImmutableArray<SubjectView> exceptOf = [.. parts.Excluded.Select(link => link.Subject).Distinct()];
        var words = ImmutableArray.CreateBuilder<string>();
        words.AddRange(of.Select(view => view.Name));
        words.AddRange(exceptOf.Select(view => $"not {view.Name}"));
        var excludesPlace = ExcludesPlace(parts, lexicon);
        var regions = parts
            .Tokens.Where(
                (token, index) =>
                    lexicon.Regions.ContainsKey(token.Text)
                    && !parts.Cues.Any(hit => hit.Cue.Group == "conditions" && hit.Start <= index && index < hit.End)
            )
            .Select(token => token.Text)
            .Distinct()
            .ToArray();
        if (excludesPlace)
            regions = [];
        var countries = excludesPlace
            ? []
            : Values(parts, "countries").Concat(regions.SelectMany(region => lexicon.Regions[region])).Distinct().ToImmutableArray();
        var isAbroad =
            IsDeniedBefore(parts, lexicon, "countries")
            || parts
                .Tokens.Select((token, index) => (token, index))
                .Any(word => regions.Contains(word.token.Text) && IsDeniedAt(parts, lexicon, word.index));
        words.AddRange(
            (excludesPlace ? [] : Typed(parts, "countries"))
                .Concat(regions.Select(region => lexicon.RegionNames.GetValueOrDefault(region, region)))
                .Select(country => isAbroad ? $"not {country}" : country)
        );
        var verdicts = Verdicts(parts, isCommercial);
        if (!verdicts.IsEmpty)
            words.AddRange(Typed(parts, "verdicts"));
        if (!verdicts.IsEmpty && isCommercial && !parts.Has("verdicts"))
            words.Add("commercial use");
        var isExcept = parts.Licence is not null && IsDenied(parts, lexicon);
        ImmutableArray<SubjectView> others =
            isExcept || parts.Licence is null
                ? []
                : [.. parts.Links.Select(link => link.Subject).Where(view => view is Licence && view != parts.Licence).Distinct()];
        if (parts.Licence is not null)
            words.Add(
                isExcept ? $"not {parts.Licence.Name}" : string.Join(" or ", others.Prepend(parts.Licence).Select(licence => licence.Name))
            );
        var (conditions, noConditions) = Conditions(parts, lexicon, excludesPlace);
        var openness = OpennessClassReader.Read(parts.Tokens);
        if (openness is { } reached)
            words.Add(OpennessClassReader.Describe(reached));
        words.AddRange(conditions.Select(kind => lexicon.ConditionNames[kind]));
        words.AddRange(noConditions.Select(kind => "no " + lexicon.ConditionNames[kind]));
        var group = parts.Licence is null ? Values(parts, "licence_groups").FirstOrDefault() : null;
        if (group is not null)
            words.AddRange(Typed(parts, "licence_groups").Take(1));
        var without = Named(parts, isMissing: true).ToImmutableArray();
        var components = Named(parts, isMissing: false)
            .Except(without)
            .Where(component => component != Components.Weights)
            .ToImmutableArray();
        words.AddRange(components.Select(Components.Label));
        words.AddRange(without.Select(component => "no " + Components.Label(component)));
        var modality = parts
            .Cues.Where(hit => hit.Cue.Group == "modalities" && !IsPartOfComponent(parts, hit))
            .Select(hit => hit.Cue.Value)
            .FirstOrDefault(value => value != "text" || verdicts.IsEmpty);
        if (modality is not null)
            words.Add(modality);
        var during = parts.AsksState ? null : During(parts);
        if (parts.Date is { Period: not null } date && !parts.AsksState)
            words.Add($"{(during != date.Period && date.Start > 0 ? parts.Tokens[date.Start - 1].Raw + " " : "")}{date.Typed}");
        return new ListFilter
        {
            Of = of,
            ExceptOf = exceptOf,
            OtherLicences = others,
            OpennessClass = openness,
            Countries = isAbroad ? [] : countries,
            ExceptCountries = isAbroad ? countries : [],
            Verdicts = verdicts,
            Licence = isExcept ? null : parts.Licence,
            ExceptLicence = isExcept ? parts.Licence : null,
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

    private static ImmutableArray<VerdictKind> Verdicts(QuestionParts parts, bool isCommercial)
    {
        var asked = Values(parts, "verdicts").ToHashSet();
        if (asked.Contains("non-commercial-weights") || isCommercial && parts.Lexicon.Denials.Any(denial => parts.Says(denial)))
            return [VerdictKind.NonCommercialWeights];
        if (asked.Contains("closed"))
            return [VerdictKind.Closed];
        if (asked.Contains("restricted-weights"))
            return [VerdictKind.RestrictedWeights];
        if (asked.Contains("open-source"))
            return [VerdictKind.OpenSource];

        // What is open source has open weights too; and what one may sell under conditions has them, to who asks for both.
        if (asked.Contains("open-weights"))
            return [VerdictKind.OpenWeights, VerdictKind.OpenSource, .. isCommercial ? (VerdictKind[])[VerdictKind.RestrictedWeights] : []];
        if (isCommercial)
            return [VerdictKind.OpenSource, VerdictKind.OpenWeights, VerdictKind.RestrictedWeights];
        return asked.Contains(Published)
            ? [VerdictKind.OpenSource, VerdictKind.OpenWeights, VerdictKind.RestrictedWeights, VerdictKind.NonCommercialWeights]
            : [];
    }

    // "Which cannot be used in the EU" asks for a condition, "which can I use in the EU" for none; so does "without a user cap".
    private static (ImmutableArray<string> Has, ImmutableArray<string> HasNot) Conditions(
        QuestionParts parts,
        Lexicon lexicon,
        bool excludesPlace
    )
    {
        var isDenied = parts.Has("exclusions") || parts.Tokens.Any(token => lexicon.Denials.Contains(token.Text));
        var hits = parts.Cues.Where(hit => hit.Cue.Group == "conditions").ToArray();
        return (
            [
                .. hits.Where(hit => hit.Cue.Value == "territory" ? isDenied : !IsMissing(parts, hit))
                    .Select(hit => hit.Cue.Value)
                    .Concat(excludesPlace ? ["territory"] : [])
                    .Distinct(),
            ],
            [
                .. hits.Where(hit => hit.Cue.Value == "territory" ? !isDenied && !excludesPlace : IsMissing(parts, hit))
                    .Select(hit => hit.Cue.Value)
                    .Distinct(),
            ]
        );
    }

    // "Models by Mistral" are the company's, by whose name its family goes too.
    private static bool IsBehindBy(QuestionParts parts, EntityLink link) =>
        link is { Start: > 0, Subject.Subject.Kind: SubjectKind.Family }
        && parts.Tokens[link.Start - 1].Text is "by" or "from"
        && parts.Facts.MakerOf(link.Subject) is { } maker
        && maker.Name.StartsWith(link.Typed, StringComparison.OrdinalIgnoreCase);

    // "Whose licence excludes the EU": a word of exclusion and a place, of whomever the models are.
    private static bool ExcludesPlace(QuestionParts parts, Lexicon lexicon) =>
        parts.Has("exclusions") && parts.Tokens.Any(token => lexicon.Territories.Contains(token.Text));

    private static bool IsDeniedBefore(QuestionParts parts, Lexicon lexicon, string group) =>
        parts.Cues.Any(hit => hit.Cue.Group == group && IsDeniedAt(parts, lexicon, hit.Start));

    // "Not from the US", "non Chinese", "that I cannot sell"
    private static bool IsDeniedAt(QuestionParts parts, Lexicon lexicon, int index)
    {
        for (var before = index - 1; before >= 0 && lexicon.StopWords.Contains(parts.Tokens[before].Text); before--)
        {
            if (lexicon.Denials.Contains(parts.Tokens[before].Text))
                return true;
        }

        return false;
    }

    private static bool IsDenied(QuestionParts parts, Lexicon lexicon) =>
        parts.Links.FirstOrDefault(link => link.Subject is Licence) is { Start: > 0 } link
        && Enumerable.Range(1, Math.Min(2, link.Start)).Any(back => lexicon.Denials.Contains(parts.Tokens[link.Start - back].Text));

    // "Before 2020" is all that lies before, "since 2024" all from then on.
    private static Period? During(QuestionParts parts) =>
        parts.Date switch
        {
            { Period: { } period, Day: { } day } when day < period.First => new Period(DateOnly.MinValue, day),
            { Period: { } period, Day: { } day } when day > period.Last => new Period(day, DateOnly.MaxValue),
            { Period: { } period, Start: > 0 } date when parts.Tokens[date.Start - 1].Text == "since" => new Period(
                period.First,
                DateOnly.MaxValue
            ),
            { } date => date.Period,
            null => null,
        };

    // "With a paper but no weights": what follows "no" or "without" is missing.
    private static IEnumerable<string> Named(QuestionParts parts, bool isMissing) =>
        parts
            .Cues.Where(hit => hit.Cue.Group == "components" && IsMissing(parts, hit) == isMissing)
            .Select(hit => hit.Cue.Value)
            .Distinct();

    private static bool IsMissing(QuestionParts parts, CueHit hit) =>
        Enumerable
            .Range(1, 2)
            .Any(back => hit.Start >= back && parts.Tokens[hit.Start - back].Text is "no" or "without" or "lacking" or "missing" or "not");

    // The code of "training code" is no modality.
    private static bool IsPartOfComponent(QuestionParts parts, CueHit hit) =>
        parts.Cues.Any(other => other.Cue.Group == "components" && other.Start <= hit.Start && hit.End <= other.End);

    private static IEnumerable<string> Values(QuestionParts parts, string group) =>
        parts.Cues.Where(hit => hit.Cue.Group == group).Select(hit => hit.Cue.Value).Distinct();

    // A list is told in English: what was typed in another language is told by its English name.
    private static IEnumerable<string> Typed(QuestionParts parts, string group) =>
        parts
            .Cues.Where(hit => hit.Cue.Group == group)
            .GroupBy(hit => hit.Start)
            .SelectMany(hits => hits.Where(IsEnglish) is var english && english.Any() ? english : hits)
            .Select(hit => IsEnglish(hit) ? string.Join(' ', hit.Cue.Words) : NameOf(hit.Cue))
            .Distinct();

    private static bool IsEnglish(CueHit hit) => hit.Cue.Language == English;

    private static string NameOf(Cue cue) =>
        cue.Group == "countries" ? CountryNames.InEnglish(cue.Value)
        : cue.Value == Published ? "open"
        : cue.Value.Replace('-', ' ');
}
