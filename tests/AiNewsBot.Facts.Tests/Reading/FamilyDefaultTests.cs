using AiNewsBot.Facts.Reading;

namespace AiNewsBot.Facts.Tests.Reading;

public sealed class FamilyDefaultTests
{
    private const string Family =
        """
        sources:
          page: {url: "https://example.org/page", title: Page, publisher: Maker, kind: first-hand, read: 2026-11-24}
          index: {url: "https://example.org/index", title: Index, publisher: Others, kind: index, published: 2025-12, read: 2026-11-24}
        organizations:
          - {id: maker, name: Maker}
        family:
          id: family
          name: Family
          organization: maker
          about: A family.
          defaults:
            training_code: {is: unavailable, source: index}
            training_data: {is: unavailable, source: page}
            model_card: {is: unavailable, source: [page, index]}
        releases:
          - id: older
            name: Older
            announced: {on: 2025-12-31, source: page}
          - id: newer
            name: Newer
            announced: {on: 2026-01-01, source: page}
          - id: own
            name: Own
            announced: {on: 2026-01-01, source: page}
            training_code: {is: available, source: page}

        """;

    private static readonly FactBase Facts = FactBase.Of(DatasetReader.Read(
        [new DatasetFile("dataset.yaml", () => new StringReader("version: 1\nreleased: 2026-11-24\n")), new DatasetFile("families/family.yaml", () => new StringReader(Family))]).Dataset!.Subjects);

    [Fact]
    public void A_release_that_says_nothing_takes_what_its_family_says() => Assert.Equal("unavailable", Of("older", Components.TrainingCode).Value);

    [Fact]
    public void Of_a_release_newer_than_all_of_the_sources_it_is_unknown_and_the_note_says_why()
    {
        var claim = Of("newer", Components.TrainingCode);

        Assert.Equal("unknown", claim.Value);
        Assert.Equal("The source is older than this release; of earlier ones it says: unavailable.", claim.Note);
    }

    [Theory]
    [InlineData(Components.TrainingData)]
    [InlineData(Components.ModelCard)]
    public void A_source_without_a_date_may_know_of_it(string component) => Assert.Equal("unavailable", Of("newer", component).Value);

    [Fact]
    public void What_a_release_says_itself_stands() => Assert.Equal("available", Of("own", Components.TrainingCode).Value);

    private static Statement Of(string release, string component) => Assert.Single(Facts.Find(release)!.All(component));
}
