using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Model;

/// <summary>What is told of a release by its dates, components and licences, and of a variant by those of its release.</summary>
public sealed class ReleaseTests
{
    [Theory]
    [InlineData("licence A", "1999-01-01", true)]
    [InlineData("weights unavailable", "1999-01-01", true)]
    [InlineData("announced 2024-03-17", "2024-03-16", false)]
    [InlineData("announced 2024-03-17", "2024-03-17", true)]
    [InlineData("announced 2024-03", "2024-02-29", false)]
    [InlineData("announced 2024-03", "2024-03-10", null)]
    [InlineData("announced 2024-03", "2024-03-31", true)]
    [InlineData("weights available 2024-03-17", "2024-03-16", false)]
    [InlineData("weights available 2024-03-17", "2024-03-17", true)]
    [InlineData("announced 2024-05-01; weights available 2024-03-17", "2024-03-16", false)]
    [InlineData("announced 2024-05-01; weights available 2024-03-17", "2024-03-17", true)]
    [InlineData("announced 2024-01-01; weights available 2024-03-17", "2024-01-01", true)]
    [InlineData("announced 2026-11", "2026-11-24", true)]
    [InlineData("announced 2026-11", "2026-11-23", null)]
    [InlineData("announced 2027", "2026-11-24", false)]
    public void Release_existed_from_the_first_of_announcement_and_weights(string lines, string day, bool? existed) =>
        Assert.Equal(existed, Of(lines).ExistedOn(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("announced 2024-03-17; weights available 2024-05-01", "2024-03-17", "2024-05-01", "2024-03-17")]
    [InlineData("announced 2024-03", "2024-03", null, "2024-03-31")]
    [InlineData("weights partial 2024-05-01; weights available 2024-06-01", null, "2024-05-01", "2024-05-01")]
    [InlineData("weights unavailable ..2024-05-01; weights gated 2024-05-01", null, "2024-05-01", "2024-05-01")]
    [InlineData("weights unknown 2024-05-01", null, null, "0001-01-01")]
    [InlineData("weights available", null, null, "0001-01-01")]
    [InlineData("licence A", null, null, "0001-01-01")]
    public void First_dates_order_releases_in_time(string lines, string? announced, string? weights, string known)
    {
        var release = Of(lines);

        Assert.Equal((announced, weights), (release.Announced?.Text, release.WeightsOut?.Text));
        Assert.Equal(DateOnly.Parse(known, null), release.Known);
    }

    [Theory]
    [InlineData("weights available 2024-03-17", "2024-03-16", Availability.Unavailable)]
    [InlineData("weights available 2024-03-17", "2024-03-17", Availability.Available)]
    [InlineData("weights available 2024-03", "2024-03-10", Availability.Unknown)]
    [InlineData("weights available 2024-03-17..2024-06-01", "2024-06-01", Availability.Unknown)]
    [InlineData("weights gated", "2024-06-01", Availability.Gated)]
    [InlineData("weights on-request", "2024-06-01", Availability.OnRequest)]
    [InlineData("weights perhaps", "2024-06-01", Availability.Unknown)]
    [InlineData("paper available", "2024-06-01", Availability.Unknown)]
    public void Component_was_unavailable_until_it_came_out(string lines, string day, Availability availability)
    {
        var reading = Of(lines).Component(Components.Weights, DateOnly.Parse(day, null));

        Assert.Equal((Components.Weights, availability), (reading.Component, reading.Availability));
    }

    [Fact]
    public void Weights_that_came_out_later_tell_why_they_were_unavailable()
    {
        var reading = Of("weights available 2024-03-17").Component(Components.Weights, new DateOnly(2024, 1, 1));

        Assert.Equal("2024-03-17", reading.Because?.ValidFrom?.Text);
        Assert.False(reading.Uncertain);
        Assert.True(Of("weights available 2024-03").Component(Components.Weights, new DateOnly(2024, 3, 10)).Uncertain);
    }

    [Theory]
    [InlineData("licence A", Components.Weights, "A")]
    [InlineData("licence A", Components.TrainingCode, "A")]
    [InlineData("licence A; training_code.licence B", Components.TrainingCode, "B")]
    [InlineData("licence A; training_code.licence B", Components.Weights, "A")]
    [InlineData("licence A", Components.TrainingData, null)]
    [InlineData("licence A", "evaluation_data", null)]
    [InlineData("licence A; training_data.licence C", Components.TrainingData, "C")]
    [InlineData("licence A; weights.licence B 2025-01-01", Components.Weights, null)]
    public void Component_is_under_its_own_licence_or_that_of_the_whole(string lines, string component, string? licence) =>
        Assert.Equal(licence, Of(lines).GetLicence(component, new DateOnly(2024, 7, 1)).Value);

    [Fact]
    public void All_seventeen_components_are_told_of_a_day()
    {
        var readings = Of("weights available 2024-01-01", "paper available").ComponentsOn(FactBuilder.Today);

        Assert.Equal(17, readings.Length);
        Assert.Equal(
            [Components.Weights, Components.Paper],
            readings.Where(reading => reading.Availability == Availability.Available).Select(reading => reading.Component)
        );
    }

    [Theory]
    [InlineData("7B, 70B", "7B 70B")]
    [InlineData("7B,,70B ", "7B 70B")]
    [InlineData("", "")]
    public void Sizes_are_listed(string size, string sizes)
    {
        var subject = FactLine.Model("one");

        Assert.Equal(sizes, string.Join(' ', ViewOf(subject with { Details = subject.Details.Add(DetailNames.Size, size) }).Sizes));
    }

    [Theory]
    [InlineData("licence B", "B")]
    [InlineData("weights.licence C", "C")]
    [InlineData("paper available", "A")]
    public void Variant_states_its_own_licence_or_has_that_of_its_release(string line, string licence) =>
        Assert.Equal(licence, Variant([line], "licence A").GetLicence(Components.Weights, FactBuilder.Today).Value);

    // A licence of the variant's own covers its weights, though its release has another one for weights alone.
    [Fact]
    public void Licence_for_the_weights_of_the_release_does_not_cover_a_variant_with_its_own_licence()
    {
        var variant = Variant(["licence B"], "licence A", "weights.licence W", "training_code.licence T");

        Assert.Equal("B", variant.GetLicence(Components.Weights, FactBuilder.Today).Value);
        Assert.Equal("T", variant.GetLicence(Components.TrainingCode, FactBuilder.Today).Value);
        Assert.Equal("W", Variant([], "licence A", "weights.licence W").GetLicence(Components.Weights, FactBuilder.Today).Value);
    }

    [Theory]
    [InlineData(Properties.Event, false)]
    [InlineData(Properties.Promise, false)]
    [InlineData(Properties.BasedOn, true)]
    [InlineData(Properties.DataInformation, true)]
    [InlineData(Properties.Announced, true)]
    [InlineData("model_card", true)]
    public void Variant_inherits_what_its_release_is_and_not_what_happened_to_it(string property, bool isInherited) =>
        Assert.Equal(isInherited, !Variant([], $"{property} 2024-01-01").All(property).IsEmpty);

    [Theory]
    [InlineData("licence A", "paper available", false)]
    [InlineData("licence A", "licence B", true)]
    [InlineData("licence A; weights available 2024-01-01", "weights unavailable", true)]
    [InlineData("licence A; weights unavailable", "weights available 2024-01-01", true)]
    [InlineData("weights available 2024-01-01", "weights gated 2024-02-01", false)]
    public void Variant_differs_by_its_licence_or_by_whether_its_weights_are_out(string whole, string own, bool differs) =>
        Assert.Equal(differs, Variant([own], whole.Split("; ")).DiffersOn(FactBuilder.Today));

    [Fact]
    public void Release_that_is_not_a_variant_does_not_differ() => Assert.False(Of("licence A").DiffersOn(FactBuilder.Today));

    [Theory]
    [InlineData(null, null, "text")]
    [InlineData("image", null, "image")]
    [InlineData("image", "video", "video")]
    public void Modality_is_that_of_the_release_unless_the_variant_has_another(string? whole, string? own, string modality)
    {
        var subject = With(FactLine.Model("one"), DetailNames.Modality, whole);
        var variant = With(With(FactLine.Model("two"), DetailNames.VariantOf, "one"), DetailNames.Modality, own);

        Assert.Equal(modality, ((Release)FactBuilder.Facts(subject, variant).Find("two")!).Modality);
    }

    private static Subject With(Subject subject, string detail, string? value) =>
        value is null ? subject : subject with { Details = subject.Details.Add(detail, value) };

    private static Release Variant(string[] own, params string[] whole) =>
        (Release)
            FactBuilder.Facts(FactLine.Model("one", whole), With(FactLine.Model("two", own), DetailNames.VariantOf, "one")).Find("two")!;

    private static Release Of(params string[] lines) => ViewOf(FactLine.Model("one", [.. lines.SelectMany(line => line.Split("; "))]));

    private static Release ViewOf(Subject subject) => (Release)FactBuilder.Facts(subject).Find("one")!;
}
