using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.Snapshots;

/// <summary>Words that the names of licences of several makers share.</summary>
public sealed class LicenceKindTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;

    [Theory]
    [InlineData("OpenRAIL-M", true)]
    [InlineData("RAIL", true)]
    [InlineData("modified MIT", true)]
    [InlineData("MIT", false)]
    [InlineData("MIT License", false)]
    [InlineData("Apache-2.0", false)]
    [InlineData("CreativeML OpenRAIL-M", false)]
    [InlineData("Tencent Hunyuan", false)]
    public void A_kind_is_named_by_words_of_several_makers_licences_that_are_the_name_of_none(string name, bool isKind) =>
        Assert.Equal(isKind, Facts.LicenceKinds.Contains(name));

    [Fact]
    public void Acronyms_of_a_kind_are_words_of_capital_letters() => Assert.Equal(["rail"], Facts.LicenceKinds.Acronyms);

    [Theory]
    [InlineData("OpenRAIL-M", "LicenseRef-BigCode-OpenRAIL-M", true)]
    [InlineData("OpenRAIL-M", "LicenseRef-CreativeML-OpenRAIL-PlusPlus-M", true)]
    [InlineData("RAIL", "LicenseRef-BigScience-BLOOM-RAIL-1.0", true)]
    [InlineData("OpenRAIL-M", "LicenseRef-BigScience-BLOOM-RAIL-1.0", false)]
    [InlineData("modified MIT", "LicenseRef-Modified-MIT-Mistral", true)]
    [InlineData("RAIL", "Apache-2.0", false)]
    public void A_licence_is_of_a_kind_whose_name_is_in_its_own(string kind, string licence, bool isOf) =>
        Assert.Equal(isOf, LicenceKinds.IsOf(kind, Facts.Licence(licence)!));

    [Fact]
    public void A_licence_is_near_a_kind_that_shares_its_acronym()
    {
        Assert.True(Facts.LicenceKinds.IsNear("OpenRAIL-M", Facts.Licence("LicenseRef-BigScience-BLOOM-RAIL-1.0")!));
        Assert.False(Facts.LicenceKinds.IsNear("OpenRAIL-M", Facts.Licence("MIT")!));
    }
}
