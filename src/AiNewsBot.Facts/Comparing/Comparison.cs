using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Comparing;

/// <summary>Indexes of models beside these facts: how far they agree, and every difference.</summary>
/// <param name="Agreements">By index and property.</param>
/// <param name="Differences">In the order of the claims.</param>
/// <param name="Unknown">By index, how many of its models are not known here, of how many.</param>
public sealed partial record Comparison(
    ImmutableArray<Agreement> Agreements,
    ImmutableArray<Difference> Differences,
    ImmutableArray<(string Source, int Unknown, int Models)> Unknown
)
{
    /// <summary>Compares claims with the facts of a day.</summary>
    public static Comparison Create(FactBase facts, IEnumerable<ReferenceClaim> claims, DateOnly today)
    {
        var linker = new EntityLinker(NameIndex.Create(facts), Languages.Lexicon);
        var all = claims.Select(claim => (Claim: claim, Release: Find(linker, claim.Model))).ToArray();
        var points = all.Where(pair => pair.Release is not null)
            .SelectMany(pair => Points(facts, pair.Claim, pair.Release!, today))
            .ToArray();
        return new Comparison(
            [
                .. points
                    .GroupBy(point => (point.Said.Source, point.Said.Property))
                    .Select(group => new Agreement(
                        group.Key.Source,
                        group.Key.Property,
                        group.Count(),
                        group.Count(point => point.Agrees)
                    )),
            ],
            [.. points.Where(point => !point.Agrees).Select(point => point.Said)],
            [
                .. all.GroupBy(pair => pair.Claim.Source)
                    .Select(group => (group.Key, group.Count(pair => pair.Release is null), group.Count())),
            ]
        );
    }

    // The release that an index means by a name: sizes, "Instruct" and the like may follow, but nothing that could be another model.
    private static Release? Find(EntityLinker linker, string model)
    {
        var tokens = Tokenizer.Split(model);
        return
            linker.Link(tokens) is [{ Subject: Release release, IsAmbiguous: false, IsTypo: false, Version: null, Start: 0 } link]
            && tokens.Skip(link.End).All(token => IsSizeOrVariant(token.Text))
            && IsOfThatVersion(release, tokens)
            ? release
            : null;
    }

    // ChatGLM-6B is not ChatGLM3-6B, though that is the only one with 6B in its name:
    // the version in one of the release's names must be written.
    private static bool IsOfThatVersion(Release release, ImmutableArray<Token> model)
    {
        var written = model.SelectMany(token => Numbers(token.Text)).ToHashSet();
        return release
            .Subject.Aliases.Prepend(release.Name)
            .Any(name =>
                Tokenizer
                    .Split(name)
                    .Where(token => !IsSizeOrVariant(token.Text))
                    .SelectMany(token => Numbers(token.Text))
                    .All(written.Contains)
            );
    }

    private static IEnumerable<string> Numbers(string word) => Number().Matches(word).Select(match => match.Value);

    private static bool IsSizeOrVariant(string word) =>
        word is "instruct" or "chat" or "base" or "it" or "hf" or "preview" || char.IsAsciiDigit(word[0]) && word[^1] is 'b' or 'm' or 't';

    private static IEnumerable<(Difference Said, bool Agrees)> Points(FactBase facts, ReferenceClaim claim, Release release, DateOnly today)
    {
        foreach (
            var (property, theirs) in (ImmutableArray<(string, string)>)
                [
                    (Components.Weights, claim.Weights),
                    (Components.TrainingCode, claim.TrainingCode),
                    (Components.TrainingData, claim.TrainingData),
                    (Components.Paper, claim.Paper),
                ]
        )
        {
            var ours = release.Component(property, today).Availability;
            if (IsPublic(facts, theirs) is { } isPublic && ours != Availability.Unknown)
                yield return (
                    new Difference(claim.Source, claim.Model, release, property, theirs, ours.ToSlug()),
                    isPublic == ours.IsPublished()
                );
        }

        if (facts.FindLicence(claim.Licence) is { } licence && release.All(Properties.Licence) is { IsEmpty: false } licences)
        {
            yield return (
                new Difference(
                    claim.Source,
                    claim.Model,
                    release,
                    Properties.Licence,
                    claim.Licence,
                    string.Join(", then ", licences.Select(one => one.Value))
                ),
                release.GetEffective(Properties.Licence, today).Value == licence.Id
            );
        }

        if (FactDate.TryParse(claim.Date.Replace('/', '-'), out var date) && (release.Announced ?? release.WeightsOut) is { } first)
        {
            var agrees = Overlap(date, first) || release.WeightsOut is { } weights && Overlap(date, weights);
            yield return (
                new Difference(
                    claim.Source,
                    claim.Model,
                    release,
                    "date",
                    claim.Date,
                    release.WeightsOut is { } second && second != first ? $"announced {first.Text}, weights {second.Text}" : first.Text
                ),
                agrees
            );
        }
    }

    // What has a licence is there.
    private static bool? IsPublic(FactBase facts, string said) =>
        ReferenceValues.IsPublic(said) ?? (facts.FindLicence(said) is not null ? true : null);

    private static bool Overlap(FactDate one, FactDate other) => one.Earliest <= other.Latest && other.Earliest <= one.Latest;

    [GeneratedRegex(@"\d+(\.\d+)*")]
    private static partial Regex Number();
}
