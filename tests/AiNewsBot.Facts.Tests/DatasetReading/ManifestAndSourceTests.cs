using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.DatasetReading;

/// <summary>The file that names the version, the sources that files share, and days that are yet to come.</summary>
public sealed class ManifestAndSourceTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("released: 2026-11-24", "'version' is missing")]
    [InlineData("version: one\nreleased: 2026-11-24", "'version' is a number from 1")]
    [InlineData("version: 0\nreleased: 2026-11-24", "'version' is a number from 1")]
    [InlineData("version: -1\nreleased: 2026-11-24", "'version' is a number from 1")]
    [InlineData("version: 1", "'released' is the day on which this version was published")]
    [InlineData("version: 1\nreleased: 2026-11", "'released' is one day")]
    [InlineData("version: 1\nreleased: 2026-11-24\ncolour: red", "dataset.yaml has no key 'colour'; it takes released, version")]
    [InlineData("- version", "a dataset file is written as keys with values")]
    public void Manifest_needs_a_version_and_a_day(string text, string message)
    {
        var result = Read(("dataset.yaml", text));

        Assert.Null(result.Dataset);
        Assert.Contains(result.Errors, fault => fault.File == "dataset.yaml" && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Manifest_gives_the_version()
    {
        var dataset = Read(("dataset.yaml", "version: 12\nreleased: 2026-11-24")).Dataset!;

        Assert.Equal((12, Today), (dataset.Version, dataset.Released));
        Assert.Empty(dataset.Subjects);
    }

    [Fact]
    public void Faults_are_told_by_file_and_line()
    {
        var faults = Read(("b.yaml", "x: 1\ny: 2"), ("a.yaml", "z: 1")).Errors;

        Assert.Equal(["a.yaml:1", "b.yaml:1", "b.yaml:2", "dataset.yaml:1"], faults.Select(fault => $"{fault.File}:{fault.Line}"));
        Assert.StartsWith("a.yaml:1: a dataset file has no key 'z'", faults[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void File_with_the_short_ending_is_to_be_renamed() =>
        Assert.Contains(
            Read(("dataset.yaml", "version: 1\nreleased: 2026-11-24"), ("a.yml", "organizations: []")).Errors,
            fault => fault.File == "a.yml" && fault.Message.Contains("rename it", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("kind: index, read: 2026-11-24, title: T, publisher: P", "'url' is missing")]
    [InlineData("url: \"https://a.example/\", read: 2026-11-24, title: T, publisher: P", "'kind' is missing")]
    [InlineData("url: \"https://a.example/\", kind: blog, read: 2026-11-24, title: T, publisher: P", "'blog' is no kind of source")]
    [InlineData("url: \"https://a.example/\", kind: index, read: 2026-11-24, publisher: P", "'title' is missing")]
    [InlineData("url: \"https://a.example/\", kind: index, read: 2026-11-24, title: T", "'publisher' is missing")]
    [InlineData(
        "url: \"https://a.example/\", kind: index, title: T, publisher: P",
        "'read' is missing: the day on which the source was last read"
    )]
    [InlineData("url: \"https://a.example/\", kind: index, read: 2026, title: T, publisher: P", "'read' is one day")]
    [InlineData(
        "url: \"https://a.example/\", kind: index, read: 2026-11-24, title: T, publisher: P, colour: red",
        "a source has no key 'colour'"
    )]
    public void Source_needs_address_title_publisher_kind_and_day(string source, string message) =>
        Assert.Contains(message, Assert.Single(YamlFacts.Read($"sources:\n  s: {{{source}}}\n").Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void Sources_are_shared_by_all_files_and_a_file_may_describe_its_own()
    {
        var facts = YamlFacts.Read(
            """
            sources:
              press: {url: "https://own.example.org/", title: Own, publisher: Own, kind: first-hand, read: 2026-11-22, published: 2026-10}
            organizations:
              - {id: maker, name: Maker, country: {is: US, source: [maker @ Footer, press]}}
            """
        );

        var country = Assert.Single(Assert.Single(facts.Dataset!.Subjects).Statements);
        Assert.Equal(["Card Footer", "Own "], country.Sources.Select(source => $"{source.Title} {source.Locator}"));
        Assert.Equal("2026-10", country.Sources[1].Published?.Text);
        Assert.Equal(new DateOnly(2026, 11, 24), country.VerifiedOn);
    }

    [Fact]
    public void Claim_is_checked_on_its_own_day_or_else_on_the_last_on_which_a_source_was_read()
    {
        var maker = Assert.Single(
            YamlFacts
                .Read(
                    """
                    organizations:
                      - id: maker
                        name: Maker
                        country: {is: US, source: [index, press]}
                        events: [{what: It began., kind: other, on: 2024, checked: 2025-01-01, source: maker}]
                    """
                )
                .Dataset!.Subjects
        );

        Assert.Equal([new DateOnly(2026, 11, 20), new DateOnly(2025, 1, 1)], maker.Statements.Select(statement => statement.VerifiedOn));
    }

    [Theory]
    [InlineData("sources/more.yaml", "sources: {}\ncolour: red", "a file of sources has no key 'colour'")]
    [InlineData("sources/more.yaml", "- a", "a file of sources is written as keys with values")]
    [InlineData("x.yaml", "sources: [a]", "'sources' is written as keys with values")]
    [InlineData("x.yaml", "sources: {a: b}", "source 'a' is written as keys with values")]
    public void File_of_sources_has_nothing_else(string path, string text, string message) =>
        Assert.Contains(message, Assert.Single(YamlFacts.ReadFiles(null, (path, text)).Errors).Message, StringComparison.Ordinal);

    // What is known to end, or is due, may lie ahead; what is said to have happened may not.
    [Theory]
    [InlineData("announced: {on: 2026-11-25, source: maker}", true)]
    [InlineData("announced: {on: 2026-12, source: maker}", true)]
    [InlineData("announced: {on: 2026-11, source: maker}", false)]
    [InlineData("paper: {is: available, since: 2027, source: maker}", true)]
    [InlineData("paper: {is: available, checked: 2026-11-30, source: maker}", true)]
    [InlineData("licence: [{is: MIT, until: 2027-01-01, source: maker}, {is: MIT, since: 2026-11-24, source: maker}]", false)]
    public void Day_behind_today_is_a_fault(string line, bool isFault)
    {
        const string Text = """
            organizations:
              - {id: maker, name: Maker}
            licences:
              - {id: MIT, name: MIT License}
            family:
              id: family
              name: Family
              organization: maker
              promises: [{what: open it, by: Maker, made: 2026-11-24, due: 2028, source: maker}]
            releases:
              - id: one
                name: One

            """;

        var future = YamlFacts
            .Read(Text + $"    {line}\n", Today)
            .Errors.Where(fault => fault.Message.EndsWith("is in the future: today is 2026-11-24", StringComparison.Ordinal));

        Assert.Equal(isFault, future.Any());
        Assert.DoesNotContain(
            YamlFacts.Read(Text + $"    {line}\n").Errors,
            fault => fault.Message.Contains("future", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("http://example.org", true)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("/a", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://example.org/a b", false)]
    [InlineData("https://example.org/a\tb", false)]
    [InlineData("", false)]
    public void Address_is_absolute_and_of_the_web(string url, bool isAddress) => Assert.Equal(isAddress, SourceTable.IsWebAddress(url));

    private static DatasetResult Read(params (string Path, string Text)[] files) =>
        DatasetReader.Read(files.Select(file => new DatasetFile(file.Path, () => new StringReader(file.Text))));
}
