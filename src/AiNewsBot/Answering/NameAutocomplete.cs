using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Auditing;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Answering;

/// <summary>Suggests names while they are typed: those that begin so first, then those that contain it; families before their releases,
/// newer before older.</summary>
internal sealed class NameAutocomplete
{
    private const int MaxCount = 25;
    private const int MaxNameLength = 100;

    private readonly ImmutableArray<Name> _models;
    private readonly ImmutableArray<Name> _makers;
    private readonly ImmutableArray<Name> _all;
    private readonly ImmutableArray<Name> _licences;
    private readonly ImmutableArray<Name> _countries;

    public NameAutocomplete(FactBase facts)
    {
        _makers = [.. facts.Organizations.Select(Named)];
        _models = MostAskedFirst(
            facts,
            [
                .. facts
                    .Families.Concat(facts.Releases)
                    .Concat(facts.Releases.SelectMany(release => facts.VariantsOf(release)))
                    .Concat(facts.Software)
                    .Select(Named),
                .. _makers,
            ]
        );
        _licences = [.. facts.Licences.Select(Named)];
        _all =
        [
            .. _models,
            .. _licences,
            .. facts.Topics.Select(Named),
            .. facts.Find(TaughtWords.Id) is { } words ? [Named(words)] : Array.Empty<Name>(),
        ];
        _countries =
        [
            .. facts
                .Organizations.Select(maker => maker.All(Properties.Country) is [.., { } last] ? last.Value : null)
                .OfType<string>()
                .GroupBy(code => code)
                .OrderByDescending(group => group.Count())
                .Select(group => CountryOf(group.Key)),
        ];
    }

    private NameAutocomplete(NameAutocomplete below, ImmutableArray<SubjectView> added)
    {
        ImmutableArray<Name> makers = [.. added.Where(view => view.Subject.Kind == SubjectKind.Organization).Select(Named)];
        ImmutableArray<Name> models = [.. added.OfType<Release>().Select(Named)];
        _makers = [.. below._makers, .. makers];
        _models = [.. models, .. below._models, .. makers];
        _all = [.. models, .. below._all, .. makers];
        (_licences, _countries) = (below._licences, below._countries);
    }

    /// <summary>These names, and those of makers and models that were added.</summary>
    public NameAutocomplete With(ImmutableArray<SubjectView> added) => new(this, added);

    /// <summary>At most 25 models, families and makers for what was typed so far.</summary>
    public ImmutableArray<OptionChoice> Complete(string typed) => Among(_models, typed);

    /// <summary>At most 25 subjects of any kind.</summary>
    public ImmutableArray<OptionChoice> CompleteAll(string typed) => Among(_all, typed);

    /// <summary>At most 25 makers.</summary>
    public ImmutableArray<OptionChoice> CompleteOrganizations(string typed) => Among(_makers, typed);

    /// <summary>At most 25 licences; models where no licence is called so.</summary>
    public ImmutableArray<OptionChoice> CompleteLicences(string typed) =>
        Among(_licences, typed) is { IsEmpty: false } licences ? licences : Among(_models, typed);

    /// <summary>At most 25 countries of makers.</summary>
    public ImmutableArray<OptionChoice> CompleteCountries(string typed) => Among(_countries, typed);

    private static ImmutableArray<OptionChoice> Among(ImmutableArray<Name> names, string typed)
    {
        var key = Tokenizer.Key(typed);
        return
        [
            .. names
                .Select(name => (name, Rank: RankOf(name.Keys, key)))
                .Where(pair => pair.Rank < 3)
                .OrderBy(pair => pair.Rank)
                .Select(pair => new OptionChoice(pair.name.Label, pair.name.Value))
                .DistinctBy(suggestion => suggestion.Name)
                .Take(MaxCount),
        ];
    }

    private static int RankOf(ImmutableArray<string> keys, string typed) =>
        typed.Length == 0 || keys.Contains(typed) ? 0
        : keys.Any(key => key.StartsWith(typed, StringComparison.Ordinal)) ? 1
        : keys.Any(key => key.Contains(typed, StringComparison.Ordinal)) ? 2
        : 3;

    /// <summary>The code of the one country of makers that is called so, or has that code; null where none is.</summary>
    public string? FindCountry(string typed)
    {
        var key = Tokenizer.Key(typed);
        return _countries.FirstOrDefault(country => country.Keys.Contains(key))?.Value;
    }

    // Before anything is typed, a list begins with the families that people ask for most, then with their releases; the rest stays in its
    // order.
    private static ImmutableArray<Name> MostAskedFirst(FactBase facts, ImmutableArray<Name> names)
    {
        var asked = new Dictionary<string, int>();
        foreach (var (place, name) in AskedName.MostAsked.Index())
            asked.TryAdd(Tokenizer.Key(name), place);
        var families = new Dictionary<string, int>();
        foreach (var family in facts.Families)
        {
            var releases = facts.ReleasesOf(family).SelectMany(release => release.Subject.Aliases.Prepend(release.Name));
            var places = releases.Select(Tokenizer.Key).Where(asked.ContainsKey).Select(key => asked[key]).ToArray();
            if (places.Length > 0)
                families[family.Id] = places.Min();
        }

        return
        [
            .. names.OrderBy(name =>
                families.TryGetValue(name.Value, out var place)
                    ? place
                    : name.Keys.Where(asked.ContainsKey).Select(key => asked[key] + asked.Count).DefaultIfEmpty(int.MaxValue).Min()
            ),
        ];
    }

    // Countries are found by their names in English, their own language and the bot's, and by their codes.
    private static Name CountryOf(string code)
    {
        try
        {
            var region = new RegionInfo(code);
            ImmutableArray<string> keys =
            [
                .. new[] { region.EnglishName, code, region.ThreeLetterISORegionName, region.NativeName }
                    .Select(Tokenizer.Key)
                    .Concat(Languages.Lexicon.Countries.Where(cue => cue.Value == code).Select(cue => string.Concat(cue.Words)))
                    .Distinct(),
            ];
            return new Name($"{region.EnglishName} ({code})", code, keys);
        }
        catch (ArgumentException)
        {
            // The machine's tables lack it.
            return new Name(code, code, [Tokenizer.Key(code)]);
        }
    }

    private static Name Named(SubjectView view)
    {
        var label = view.Subject.Kind switch
        {
            SubjectKind.Family => $"{view.Name} (all releases)",
            SubjectKind.Organization => $"{view.Name} (maker)",
            _ => view.Name,
        };
        ImmutableArray<string> keys = [.. view.Subject.Aliases.Prepend(view.Id).Prepend(view.Name).Select(Tokenizer.Key).Distinct()];
        return new Name(label.Length <= MaxNameLength ? label : label[..MaxNameLength], view.Id, keys);
    }

    private sealed record Name(string Label, string Value, ImmutableArray<string> Keys);
}
