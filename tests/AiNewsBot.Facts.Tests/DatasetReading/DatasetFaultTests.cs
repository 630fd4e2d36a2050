using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.DatasetReading;

/// <summary>Every fault is named with its file and line.</summary>
public sealed class DatasetFaultTests
{
    private const string Manifest = "version: 1\nreleased: 2026-11-24\n";

    private const string Sources = """
        sources:
          s: {url: "https://example.org/a", title: A, publisher: B, kind: first-hand, read: 2026-11-24}

        """;

    private const string Family =
        Sources
        + """
            organizations:
              - {id: maker, name: Maker}
            licences:
              - {id: MIT, name: MIT License, about: Permissive.}
            family:
              id: family
              name: Family
              organization: maker
              about: A family.
            releases:
              - id: one
                name: One
                announced: {on: 2024-01-01, source: s}

            """;

    [Theory]
    [InlineData("    colour: red", 16, "a release has no key 'colour'")]
    [InlineData("    weights: {is: available, source: s}", 16, "need 'since'")]
    [InlineData("    weights: {is: maybe, source: s}", 16, "'weights' cannot be 'maybe'")]
    [InlineData("    training_code: {is: available}", 16, "a claim without source")]
    [InlineData("    training_code: {is: available, source: t}", 16, "no source 't'")]
    [InlineData("    licence: {is: No-Such-Licence, source: s}", 16, "there is no licence 'No-Such-Licence'")]
    [InlineData("    paper: {is: available, since: 2024-13-01, source: s}", 16, "'2024-13-01' is no date")]
    [InlineData("    paper: {is: available, since: 2024-05-01/2024-03-01, source: s}", 16, "out of order")]
    [InlineData("    paper: {is: available, since: 2024-05-01, until: 2024-04-01, source: s}", 16, "dates out of order")]
    [InlineData("    licence: [{is: MIT, until: 2024-02-01, source: s}, {is: MIT, since: 2024-03-01, source: s}]", 16, "gap or overlap")]
    [InlineData("    licence: [{is: MIT, source: s}, {is: MIT, since: 2024-03-01, source: s}]", 16, "overlaps")]
    [InlineData("    licence: {is: MIT, until: 2024-02-01, source: s}", 16, "leaves a gap")]
    [InlineData("    paper: {is: available, since: 2024-05-01, dated: perhaps, source: s}", 16, "'perhaps' is no certainty of a date")]
    [InlineData("    paper: {is: available, since: 2024-05, dated: about, source: s}", 16, "'dated' is for a claim that gives one day")]
    [InlineData("    aliases: [Family]", 13, "'one' is called 'family', and so is 'family'")]
    [InlineData("    modality: smell", 16, "'smell' is no modality")]
    [InlineData("    name: One", 16, "appears twice here")]
    [InlineData("  - {id: one, name: Another}", 16, "the id 'one' is used twice")]
    [InlineData("  - {id: Two Words, name: Two}", 16, "is no id")]
    [InlineData("    events: [{what: Something, kind: party, on: 2024, source: s}]", 16, "'party' is no kind of event")]
    [InlineData("    events: [{what: Something, kind: other, source: s}]", 16, "'on' is missing")]
    public void Fault_in_a_release_is_reported(string line, int at, string message)
    {
        var result = Read(("families/family.yaml", Family + line + "\n"));

        var fault = Assert.Single(result.Errors, fault => fault.Message.Contains(message, StringComparison.Ordinal));
        Assert.Null(result.Dataset);
        Assert.Equal(("families/family.yaml", at), (fault.File, fault.Line));
    }

    [Theory]
    [InlineData("url: not-a-url", "is no web address")]
    [InlineData("url: \"ftp://example.org/x\"", "is no web address")]
    [InlineData("url: \"https://localhost/x\"", "is no web address")]
    [InlineData("url: \"https://example.org/a b\"", "is no web address")]
    public void Malformed_url_is_reported(string url, string message)
    {
        var result = Read(
            ("a.yaml", $"sources:\n  s:\n    {url}\n    title: T\n    publisher: P\n    kind: first-hand\n    read: 2026-11-24\n")
        );

        var fault = Assert.Single(result.Errors);
        Assert.Contains(message, fault.Message);
        Assert.Equal(3, fault.Line);
    }

    [Theory]
    [InlineData("archived: copy", "no address of an archived copy")]
    [InlineData("archived: \"https://example.org/a\"", "another than 'url'")]
    [InlineData("dead: soon", "is no date")]
    public void Malformed_second_address_is_reported(string line, string message)
    {
        var fault = Assert.Single(Read(("a.yaml", SourceOf("https://example.org/a", "T", "first-hand") + $"    {line}\n")).Errors);

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(8, fault.Line);
    }

    [Theory]
    [InlineData("https://hf-proxy.example.org/maker/one", "Card", "is a mirror")]
    [InlineData("https://huggingface.example.com/maker/one", "Card", "is a mirror")]
    [InlineData("https://name.workers.dev/maker/one", "Card", "is a mirror")]
    [InlineData("https://huggingface.co./maker/one", "Card", "without the dot")]
    [InlineData("https://huggingface.co/someone/activity/all", "A listing", "the account 'someone'")]
    [InlineData("https://huggingface.co/someone", "A listing", "the account 'someone'")]
    [InlineData("https://example.org/a", "Card (copy of the page)", "a copy was read")]
    [InlineData("https://example.org/a", "Card, as mirrored", "a copy was read")]
    [InlineData("https://example.org/a", "Card (read in a copy at mirror.example.org)", "a copy was read")]
    public void Mirror_or_third_party_page_is_not_first_hand(string url, string title, string message)
    {
        var fault = Assert.Single(Read(("a.yaml", SourceOf(url, title, "first-hand"))).Errors);

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(6, fault.Line);
        Assert.Empty(Read(("a.yaml", SourceOf(url, title, "secondary"))).Errors);
    }

    [Theory]
    [InlineData("https://huggingface.co/maker/one/blob/main/README.md", "Card")]
    [InlineData("https://www.huggingface.co/maker/one", "Card")]
    [InlineData("https://huggingface.co/the-maker/collections", "What it lists")]
    [InlineData("https://huggingface.co/organizations/TheMaker/activity/all", "What it did")]
    [InlineData("https://github.com/the-maker/hf-tools", "The copy tool")]
    public void Page_of_the_maker_may_be_first_hand(string url, string title) =>
        Assert.Empty(Read(("a.yaml", SourceOf(url, title, "first-hand"))).Errors);

    [Theory]
    [InlineData("a: b: c")]
    [InlineData("a: [")]
    [InlineData("a: &x b\nc: *x")]
    [InlineData("\tx")]
    public void File_that_is_no_yaml_is_reported(string text)
    {
        var fault = Assert.Single(Read(("broken.yaml", text)).Errors);

        Assert.Equal("broken.yaml", fault.File);
        Assert.InRange(fault.Line, 1, 2);
    }

    [Fact]
    public void Deeply_nested_file_is_refused_without_overflow() =>
        Assert.NotEmpty(Read(("deep.yaml", "a: " + new string('[', 10_000))).Errors);

    [Fact]
    public void Dataset_without_a_manifest_is_reported() =>
        Assert.Contains(DatasetReader.Read([]).Errors, fault => fault.File == "dataset.yaml");

    [Fact]
    public void Valid_file_becomes_subjects_and_statements()
    {
        var result = Read(
            (
                "families/family.yaml",
                Family + "    weights: {is: available, since: 2024-01-02, source: s @ README}\n    licence: {is: MIT, source: s}\n"
            )
        );

        Assert.Empty(result.Errors);
        var release = Assert.Single(result.Dataset!.Subjects, subject => subject.Kind == SubjectKind.Release);
        var weights = Assert.Single(release.Statements, statement => statement.Property == Components.Weights);
        Assert.Equal("2024-01-02", weights.ValidFrom!.Value.Text);
        Assert.Equal("README", weights.Sources[0].Locator);
        Assert.Equal(new DateOnly(2026, 11, 24), weights.VerifiedOn);
    }

    private static string SourceOf(string url, string title, string kind) =>
        $"sources:\n  s:\n    url: \"{url}\"\n    title: \"{title}\"\n    publisher: The Maker\n    kind: {kind}\n    read: 2026-11-24\n";

    private static DatasetResult Read(params (string Path, string Text)[] files) =>
        DatasetReader.Read(
            files.Append(("dataset.yaml", Manifest)).Select(file => new DatasetFile(file.Item1, () => new StringReader(file.Item2)))
        );
}
