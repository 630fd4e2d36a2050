using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.DatasetReading;

public sealed class FamilyDefaultTests
{
    private const string Family = """
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

    private static readonly FactBase Facts = FactBase.Create(
        DatasetReader
            .Read([
                new DatasetFile("dataset.yaml", () => new StringReader("version: 1\nreleased: 2026-11-24\n")),
                new DatasetFile("families/family.yaml", () => new StringReader(Family)),
            ])
            .Dataset!.Subjects
    );

    [Fact]
    public void Release_inherits_what_its_family_states() => Assert.Equal("unavailable", Create("older", Components.TrainingCode).Value);

    [Fact]
    public void Release_newer_than_all_sources_is_unknown_with_a_note()
    {
        var claim = Create("newer", Components.TrainingCode);

        Assert.Equal("unknown", claim.Value);
        Assert.Equal("The source is older than this release; of earlier ones it says: unavailable.", claim.Note);
    }

    [Theory]
    [InlineData(Components.TrainingData)]
    [InlineData(Components.ModelCard)]
    public void Undated_source_may_cover_a_newer_release(string component) => Assert.Equal("unavailable", Create("newer", component).Value);

    [Fact]
    public void Statement_of_a_release_overrides_its_family() => Assert.Equal("available", Create("own", Components.TrainingCode).Value);

    private static Statement Create(string release, string component) => Assert.Single(Facts.Find(release)!.All(component));
}
