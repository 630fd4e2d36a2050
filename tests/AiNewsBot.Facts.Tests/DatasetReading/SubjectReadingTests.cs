using System.Text.Json;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.DatasetReading;

/// <summary>What is written of each kind of subject is read, and written as JSON, whole.</summary>
public sealed class SubjectReadingTests : IDisposable
{
    private const string Text = """
        organizations:
          - id: maker
            name: Maker
            aliases: [The Makers]
            country: {is: FR, source: maker}
        licences:
          - id: LicenseRef-Own
            name: Own Licence
            steward: maker
            commercial: {is: conditional, source: maker}
            conditions:
              - kind: territory
                text: Not in the European Union.
                in: [EU]
                except: end users
                modality: multimodal
                source: maker @ 1.1
              - {kind: user-cap, text: At most a thousand users., limit: 1000, source: maker}
            outputs: {training: {is: no, text: No training with outputs., source: maker}}
        software:
          - {id: tool, name: Tool, kind: library, organization: maker, uses: [one], licence: {is: LicenseRef-Own, source: press}}
        topics:
          - id: rain
            name: Rain
            kind: topic
            note: On the weather.
            about: [one]
            asks: [does it rain]
            says:
              - {is: It rained., on: 2024-03, affirms: [it rained, it was wet], denies: [it was dry], source: press}
        asks:
          rain: [is it wet]
        family:
          id: family
          name: Family
          organization: maker
          promises:
            - what: open the weights
              by: Maker
              made: 2024-01-01
              said: in a post
              due: 2024-06
              fulfilled: 2024-07
              restated: [2024-02, 2024-03]
              about: [one, small]
              source: press
        releases:
          - id: one
            name: One
            modality: image
            size: [3B, 7B]
            announced: {on: 2024-01-01, source: maker, note: At a fair.}
            weights:
              - {is: available, since: 2024-07, source: maker, rank: preferred}
              - {is: available, rank: deprecated, source: press}
            licences: {weights: {is: LicenseRef-Own, source: maker}}
            events: [{what: It leaked., kind: leak, on: 2024-05, about: [small], source: press}]
            variants:
              - {id: small, name: One 3B, size: 3B}
        """;

    private static readonly Dictionary<string, Subject> Subjects = Read();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dataset-");

    [Fact]
    public void Organisation_has_names_and_a_country()
    {
        Assert.Equal(["The Makers"], Subjects["maker"].Aliases);
        Assert.Equal("FR", Single("maker", Properties.Country).Value);
    }

    [Fact]
    public void Condition_says_where_for_whom_and_for_which_models_it_holds()
    {
        var territory = Subjects["LicenseRef-Own"].Statements.First(statement => statement.Property == Properties.Condition);

        Assert.Equal(
            ("territory", "Not in the European Union.", "EU", "end users", "multimodal", "1.1"),
            (
                territory.Value,
                territory.Qualifier(Qualifiers.Text),
                territory.Qualifier(Qualifiers.Regions),
                territory.Qualifier("except"),
                territory.Qualifier(Qualifiers.Modality),
                territory.Sources[0].Locator
            )
        );
        Assert.Equal("maker", Subjects["LicenseRef-Own"].Details[DetailNames.Steward]);
        Assert.Equal("No training with outputs.", Single("LicenseRef-Own", Properties.OutputsTraining).Qualifier(Qualifiers.Text));
    }

    [Fact]
    public void Software_has_a_kind_a_maker_and_models_that_it_uses()
    {
        var tool = Subjects["tool"];

        Assert.Equal((SubjectKind.Software, "library", "maker"), (tool.Kind, tool.Details[DetailNames.SoftwareKind], tool.Parent));
        Assert.Equal(["one"], tool.Related);
    }

    [Fact]
    public void Topic_has_ways_of_asking_and_sentences_with_what_they_decide()
    {
        var (topic, sentence) = (Subjects["rain"], Single("rain", Properties.Says));

        Assert.Equal(
            ("On the weather.", "does it rain, is it wet", "one"),
            (topic.About, string.Join(", ", topic.Asks), Assert.Single(topic.Related))
        );
        Assert.Equal(
            ("It rained.", "2024-03", "it rained\nit was wet", "it was dry"),
            (sentence.Value, sentence.ValidFrom?.Text, sentence.Qualifier(Qualifiers.Affirms), sentence.Qualifier(Qualifiers.Denies))
        );
    }

    [Fact]
    public void Promise_tells_who_when_about_what_and_how_it_went()
    {
        var promise = Single("family", Properties.Promise);

        Assert.Equal(("open the weights", "2024-01-01"), (promise.Value, promise.ValidFrom?.Text));
        Assert.Equal(
            "about=one small; by=Maker; due=2024-06; fulfilled=2024-07; restated=2024-02;2024-03; said=in a post",
            string.Join("; ", promise.Qualifiers.Select(pair => $"{pair.Key}={pair.Value}"))
        );
    }

    [Fact]
    public void Release_keeps_ranks_notes_sizes_and_licences_of_components()
    {
        var one = Subjects["one"];

        Assert.Equal(("image", "3B, 7B", "family"), (one.Details[DetailNames.Modality], one.Details[DetailNames.Size], one.Parent));
        Assert.Equal("At a fair.", Single("one", Properties.Announced).Note);
        Assert.Equal(
            [Rank.Preferred, Rank.Deprecated],
            one.Statements.Where(statement => statement.Property == Components.Weights).Select(statement => statement.Rank)
        );
        Assert.Equal("LicenseRef-Own", Single("one", "weights.licence").Value);
        Assert.Equal("small", Single("one", Properties.Event).Qualifier("about"));
        Assert.Equal("one", Subjects["small"].Details[DetailNames.VariantOf]);
    }

    [Fact]
    public void Large_family_continues_in_further_files()
    {
        var result = YamlFacts.ReadFiles(
            null,
            (YamlFacts.File, Text),
            (
                "families/more.yaml",
                "family: family\ndefaults:\n  paper: {is: unavailable, source: press}\nreleases:\n  - {id: two, name: Two}\n"
            )
        );

        Assert.Empty(result.Errors);
        var two = result.Dataset!.Subjects.Single(subject => subject.Id == "two");
        Assert.Equal(("family", "unavailable"), (two.Parent, Assert.Single(two.Statements).Value));
    }

    [Fact]
    public void Folder_is_read_as_the_files_in_it_and_found_from_any_of_them()
    {
        var nested = Directory.CreateDirectory(Path.Combine(_folder.FullName, "families"));
        File.WriteAllText(Path.Combine(_folder.FullName, "dataset.yaml"), "version: 4\nreleased: 2026-11-24\n");
        File.WriteAllText(Path.Combine(nested.FullName, "a.yaml"), "colour: red\n");
        File.WriteAllText(Path.Combine(nested.FullName, "notes.txt"), "no dataset\n");

        var fault = Assert.Single(DatasetReader.ReadFolder(_folder.FullName).Errors);

        Assert.Equal("families/a.yaml:1", $"{fault.File}:{fault.Line}");
        Assert.Equal(_folder.FullName, DatasetReader.FindFolder(Path.Combine(nested.FullName, "a.yaml")));
        Assert.Null(DatasetReader.FindFolder(Path.Combine(Path.GetTempPath(), "no-dataset-here.yaml")));
    }

    [Fact]
    public void Facts_are_written_as_one_json_document()
    {
        using var stream = new MemoryStream();
        FactsJson.Write(stream, Subjects.Values);
        using var json = JsonDocument.Parse(stream.ToArray());
        var subjects = json.RootElement.GetProperty("subjects").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);

        Assert.Equal(Subjects.Keys.Order(), subjects.Keys.Order());
        var promise = subjects["family"].GetProperty("statements")[0];
        Assert.Equal(
            ("promise", "open the weights", "2024-01-01", "normal", "2024-06"),
            (
                promise.GetProperty("property").GetString(),
                promise.GetProperty("value").GetString(),
                promise.GetProperty("validFrom").GetString(),
                promise.GetProperty("rank").GetString(),
                promise.GetProperty("qualifiers").GetProperty("due").GetString()
            )
        );
        Assert.Equal("secondary", promise.GetProperty("sources")[0].GetProperty("kind").GetString());
        Assert.Equal(
            ("topic", "does it rain"),
            (subjects["rain"].GetProperty("kind").GetString(), subjects["rain"].GetProperty("asks")[0].GetString())
        );
        Assert.Equal("one", subjects["small"].GetProperty("details").GetProperty("variant_of").GetString());
        // What is not stated is left out rather than written as empty.
        Assert.False(subjects["maker"].TryGetProperty("parent", out _));
        Assert.False(subjects["maker"].TryGetProperty("related", out _));
        Assert.False(promise.TryGetProperty("note", out _));
    }

    [Fact]
    public void Document_of_all_facts_is_read_as_it_was_written()
    {
        using var stream = new MemoryStream();
        FactsJson.Write(stream, Subjects.Values);

        var read = FactsJson.Read(stream.ToArray())!;

        Assert.Equal(Subjects.Keys.Order(), read.Select(subject => subject.Id).Order());
        var (promise, rain) = (read.Single(subject => subject.Id == "family").Statements[0], read.Single(subject => subject.Id == "rain"));
        Assert.Equal(
            ("promise", "open the weights", "2024-01-01", "normal", "2024-06"),
            (promise.Property, promise.Value, promise.ValidFrom, promise.Rank, promise.Qualifiers?["due"])
        );
        Assert.Equal(("secondary", null), (promise.Sources[0].Kind, promise.Note));
        Assert.Equal(("topic", "does it rain"), (rain.Kind, rain.Asks?[0]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"subjects":[]}""")]
    public void Document_without_subjects_is_something_else(string json) =>
        Assert.Null(FactsJson.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Fields_that_a_document_lacks_are_empty()
    {
        var subject = Assert.Single(FactsJson.Read("""{"subjects":[{"statements":[{}]}]}"""u8.ToArray())!);

        Assert.Equal(("", null, null), (subject.Id, subject.Aliases, subject.Kind));
        var statement = Assert.Single(subject.Statements);
        Assert.Equal(("", "", "normal", ""), (statement.Property, statement.Value, statement.Rank, statement.VerifiedOn));
        Assert.Empty(statement.Sources);
    }

    [Fact]
    public void Dead_and_archived_addresses_and_index_sources_are_written()
    {
        var source = FactLine.Index with { Archived = "https://archive.example.org/1", Dead = new DateOnly(2026, 11, 1) };
        var statement = FactLine.Parse("maker", "country FR ..2025") with { Sources = [source], Note = "Moved." };

        using var stream = new MemoryStream();
        FactsJson.Write(stream, [FactLine.Subject(SubjectKind.Organization, "maker") with { Statements = [statement] }]);
        using var json = JsonDocument.Parse(stream.ToArray());

        var written = json.RootElement.GetProperty("subjects")[0].GetProperty("statements")[0];
        Assert.Equal(("2025", "Moved."), (written.GetProperty("validTo").GetString(), written.GetProperty("note").GetString()));
        Assert.Equal(
            ("index", "https://archive.example.org/1", "2026-11-01"),
            (
                written.GetProperty("sources")[0].GetProperty("kind").GetString(),
                written.GetProperty("sources")[0].GetProperty("archived").GetString(),
                written.GetProperty("sources")[0].GetProperty("dead").GetString()
            )
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Statement Single(string subject, string property) =>
        Assert.Single(Subjects[subject].Statements, statement => statement.Property == property);

    private static Dictionary<string, Subject> Read()
    {
        var result = YamlFacts.Read(Text);
        Assert.Empty(result.Errors);
        return result.Dataset!.Subjects.ToDictionary(subject => subject.Id);
    }
}
