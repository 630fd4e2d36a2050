using System.Text.RegularExpressions;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.DatasetReading;

/// <summary>Sizes and tunings of one release that differ in their licence: the answer on the release has to name them.</summary>
public sealed partial class SiblingTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;

    [Fact]
    public void Size_or_tuning_under_another_licence_is_a_variant_of_its_release() =>
        Assert.Equal(
            [],
            from release in Facts.Releases
            from other in Facts.Releases
            where other.Id.StartsWith(release.Id + "-", StringComparison.Ordinal) && other.Subject.Parent == release.Subject.Parent
            where IsSibling(release, other) && LicenceOf(release) != LicenceOf(other)
            select other.Id
        );

    [Theory]
    [InlineData("qwen2.5", "Qwen2.5-3B", "Qwen2.5-72B")]
    [InlineData("qwen2", "Qwen2-72B")]
    [InlineData("qwen2.5-vl", "Qwen2.5-VL 3B", "Qwen2.5-VL 72B")]
    [InlineData("mpt-7b", "MPT-7B-Chat")]
    [InlineData("mpt-30b", "MPT-30B-Chat")]
    public void Licence_of_a_release_names_the_siblings_under_another(string name, params string[] siblings)
    {
        var answer = ShippedFacts.Answerer.Ask($"what licence is {name} under", FactBuilder.Today);

        Assert.All(siblings, sibling => Assert.Contains(sibling, answer.Text, StringComparison.Ordinal));
    }

    private static bool IsSibling(Release release, Release other) =>
        LicenceOf(release) is not null
        && LicenceOf(other) is not null
        && (SizeRegex().IsMatch(other.Id[release.Id.Length..]) || release.Announced is { } day && day == other.Announced);

    private static string? LicenceOf(Release release) => release.GetEffective(Properties.Licence, FactBuilder.Today).Value;

    [GeneratedRegex(@"^-\d+(\.\d+)?[bm]$")]
    private static partial Regex SizeRegex();
}
