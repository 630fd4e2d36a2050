namespace AiNewsBot.Tests.Cli;

/// <summary>Someone corrects a fact and asks whether the dataset is still sound.</summary>
public sealed class FactsValidateTests : IDisposable
{
    private const string Family = """
        sources:
          page: {url: https://dove.example/, title: Dove, publisher: Dovecote, kind: first-hand, read: 2026-11-24}
        family: {id: dove, name: Dove, organization: dovecote, about: Birds.}
        releases:
          - id: dove-1
            name: Dove 1
            modality: text
            about: A bird.
            announced: {on: 2026-11-01, source: page}
            weights: {is: available, since: 2026-11-01, source: page}
            licence: {is: MIT, source: page}

        """;

    private readonly Terminal _terminal = new();

    public FactsValidateTests()
    {
        Write("dataset.yaml", "version: 1\nreleased: 2026-11-24\n");
        Write(
            "all.yaml",
            """
            sources:
              page: {url: https://dove.example/, title: Dove, publisher: Dovecote, kind: first-hand, read: 2026-11-24}
            organizations:
              - {id: dovecote, name: Dovecote, about: A maker., country: {is: FR, source: page}}
            licences:
              - id: MIT
                name: MIT License
                about: Short.
                commercial: {is: yes, source: page}
                osi_approved: {is: true, source: page}

            """
        );
        Write("families/dove.yaml", Family);
    }

    [Fact]
    public async Task Sound_folder_and_sound_file_pass()
    {
        var (folder, says, error) = await ValidateAsync(_terminal["set"]);
        var (file, alone, _) = await ValidateAsync(_terminal["set/families/dove.yaml"]);

        Assert.Equal(("", 0, 0), (error, folder, file));
        Assert.StartsWith("No faults: 1 releases", says);
        Assert.StartsWith("No faults in families/dove.yaml.\n", alone);
    }

    [Theory]
    [InlineData("read: 2026-11-24", "read: 2999", 2)]
    [InlineData("weights: {is: available, since: 2026-11-01", "weights: {is: available, since: 2998-05", 10)]
    [InlineData("announced: {on: 2026-11-01", "announced: {on: 2998-05-06", 9)]
    public async Task Date_in_the_future_is_a_fault_with_its_line(string now, string then, int line)
    {
        Write("families/dove.yaml", Family.Replace(now, then, StringComparison.Ordinal));

        var (code, says, _) = await ValidateAsync(_terminal["set"]);

        Assert.Equal(1, code);
        Assert.Contains($"families/dove.yaml:{line}: ", says);
        Assert.Contains("is in the future: today is ", says);
    }

    [Theory]
    [InlineData("    about: A bird.\n", "\tabout: A bird.\n", 8)]
    [InlineData("    licence: {is: MIT, source: page}\n", "    licence: {is: MIT, source: page}\n\tnote: Sings.\n", 12)]
    [InlineData("    licence: {is: MIT, source: page}\n", "  \tlicence: {is: MIT, source: page}\n", 11)]
    public async Task Tab_at_the_beginning_of_a_line_is_named_with_that_line(string now, string then, int line)
    {
        Write("families/dove.yaml", Family.Replace(now, then, StringComparison.Ordinal));

        var (code, says, _) = await ValidateAsync(_terminal["set"]);

        Assert.Equal(1, code);
        Assert.Contains($"families/dove.yaml:{line}: ", says);
        Assert.Contains("indented with spaces", says);
    }

    [Theory]
    [InlineData("Language/xx.yaml", "language: xx\nmonths:\n  january: first\n", "xx.yaml:3: 'first' is no number")]
    [InlineData("Language/xx.yaml", "language: xx\nmonths: {january: 1\nstopwords: [a]\n", "xx.yaml:2: this is no YAML")]
    [InlineData("Texts/xx.yaml", "ask: Frage\nask: Frag\n", "xx.yaml:2: 'ask' is there twice")]
    [InlineData("Texts/xx.yaml", "ask: [Frage]\n", "xx.yaml:1: this is no list of keys with texts")]
    public async Task Language_file_is_checked_with_its_line(string file, string text, string says)
    {
        Write(file, text);

        var (code, output, error) = await ValidateAsync(_terminal["set/" + file]);

        Assert.Equal((1, "1 fault\n"), (code, error));
        Assert.Contains(says, output);
    }

    [Theory]
    [InlineData("Language/xx.yaml", "language: xx\nmonths: {january: 1}\n")]
    [InlineData("Texts/xx.yaml", "ask: Frage\n")]
    public async Task Sound_language_file_passes(string file, string text)
    {
        Write(file, text);

        var (code, output, error) = await ValidateAsync(_terminal["set/" + file]);

        Assert.Equal((0, "No faults in xx.yaml.\n", ""), (code, output, error));
    }

    [Theory]
    [InlineData("", "dove-1 is told in brief: less than three quarters of what tests ask for is stated.")]
    [InlineData(
        "    training_data: {is: unknown, note: Not told., source: page}\n    training_code: {is: unavailable, source: page}\n"
            + "    inference_code: {is: unavailable, source: page}\n",
        "dove-1 leaves unstated: paper. A test asks for it; where no source tells, say unknown, with a note."
    )]
    public async Task Gap_that_tests_of_coverage_find_is_named_beside_a_sound_family(string more, string says)
    {
        Write("families/dove.yaml", Family + more);

        var (code, output, _) = await ValidateAsync(_terminal["set/families/dove.yaml"]);

        Assert.Equal((0, $"No faults in families/dove.yaml.\n{says}\n"), (code, output));
    }

    [Fact]
    public async Task File_that_ends_in_yml_is_named_instead_of_left_out()
    {
        Write("families/hawk.yml", Family.Replace("dove", "hawk", StringComparison.Ordinal));

        var (code, says, _) = await ValidateAsync(_terminal["set"]);

        Assert.Equal(1, code);
        Assert.Contains("families/hawk.yml:1: files of a dataset end in .yaml: rename it", says);
    }

    [Fact]
    public async Task Faults_of_other_files_are_counted_where_one_file_is_checked()
    {
        Write("families/hawk.yaml", "family: {id: hawk}\n");

        var (sound, says, _) = await ValidateAsync(_terminal["set/families/dove.yaml"]);
        var (faulty, named, _) = await ValidateAsync(_terminal["set/families/hawk.yaml"]);

        Assert.Equal((0, 1), (sound, faulty));
        Assert.StartsWith("No faults in families/dove.yaml.\nOther files of the dataset have ", says);
        Assert.StartsWith("families/hawk.yaml:1: ", named);
    }

    [Fact]
    public async Task File_outside_of_a_dataset_is_refused()
    {
        await File.WriteAllTextAsync(_terminal["alone.yaml"], Family, TestContext.Current.CancellationToken);

        var (code, _, error) = await ValidateAsync(_terminal["alone.yaml"]);

        Assert.Equal(2, code);
        Assert.Contains("is in no dataset folder", error);
    }

    public void Dispose() => _terminal.Dispose();

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_terminal["set/" + file])!);
        File.WriteAllText(_terminal["set/" + file], text);
    }

    private Task<(int Code, string Out, string Error)> ValidateAsync(string path) => _terminal.RunAsync(["facts", "validate", path]);
}
