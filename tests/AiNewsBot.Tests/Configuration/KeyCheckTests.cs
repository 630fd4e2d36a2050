using System.Diagnostics;
using AiNewsBot.Cli;
using AiNewsBot.Configuration;
using AiNewsBot.Hosting;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Tests.Configuration;

public sealed class KeyCheckTests
{
    [Theory]
    [InlineData("News:Enable", "News:Enabled")]
    [InlineData("Newz:Enabled", "News:Enabled")]
    [InlineData("Storage:ConnectionStrings", "Storage:ConnectionString")]
    [InlineData("Curation:Curator", "Curation:Curators")]
    [InlineData("Http:Url", "Http:Urls")]
    [InlineData("Discord:Tokenn", "Discord:Token")]
    [InlineData("News:Feeds:0:Ulr", "News:Feeds:N:Url")]
    [InlineData("Loging:Format", "Logging:Format")]
    public void A_misspelled_key_on_the_command_line_is_named_with_the_nearest(string key, string nearest)
    {
        var error = Assert.Single(
            ConfigurationKeyValidator.GetErrors(ConfigurationFiles.Read(new Dictionary<string, string?> { [key] = "x" }))
        );

        Assert.Contains("--" + key, error);
        Assert.Contains($"did you mean {nearest}?", error);
    }

    [Theory]
    [InlineData("""{ "News": { "Feeds": ["https://example.org/feed.xml"] } }""", "News:Feeds:0:Url")]
    [InlineData("""{ "News": { "Feeds": "https://example.org/feed.xml" } }""", "News:Feeds:0:Url")]
    [InlineData("""{ "News": { "Feeds": { "mine": { "Url": "https://example.org" } } } }""", "numbered from 0")]
    [InlineData("""{ "Discord": { "Token": { "Value": "x" } } }""", "Discord:Token takes one value")]
    [InlineData("""{ "Discord": "x" }""", "Discord has Token")]
    [InlineData("""{ "Colour": "red" }""", "no such section")]
    public void A_value_of_another_shape_in_a_file_says_how_to_write_it(string json, string says)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["appsettings.json"], json);

        var error = Assert.Single(
            ConfigurationKeyValidator.GetErrors(new ConfigurationBuilder().AddJsonFile(folder["appsettings.json"]).Build())
        );

        Assert.Contains(folder["appsettings.json"], error);
        Assert.Contains(says, error);
    }

    [Fact]
    public void Variables_count_that_begin_like_a_section_and_those_of_other_programs_do_not()
    {
        string[] names = ["Newz__Enabled", "NEWS__Enable", "Kestrel__Limits", "PATH__X", "AINEWSBOT_WAIT"];
        foreach (var name in names)
            Environment.SetEnvironmentVariable(name, "1");
        try
        {
            var errors = ConfigurationKeyValidator.GetErrors(new ConfigurationBuilder().AddEnvironmentVariables().Build()).ToArray();

            Assert.Equal(2, errors.Length);
            Assert.Contains(errors, error => error.StartsWith("Newz__Enabled", StringComparison.Ordinal));
            Assert.Contains(errors, error => error.StartsWith("NEWS__Enable", StringComparison.Ordinal));
        }
        finally
        {
            foreach (var name in names)
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void The_example_and_every_key_that_is_known_pass()
    {
        var keys = BotSettings
            .Keys.Paths()
            .Select(path => path.Replace(":N:", ":0:", StringComparison.Ordinal).Replace("*", "AiNewsBot.News", StringComparison.Ordinal))
            .ToArray();
        var example = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(RepositoryRoot.Path, "deploy", "appsettings.example.json"))
            .Build();

        Assert.True(keys.Length > 20);
        Assert.Empty(
            ConfigurationKeyValidator.GetErrors(
                new ConfigurationBuilder().AddInMemoryCollection(keys.Select(key => KeyValuePair.Create(key, (string?)"x"))).Build()
            )
        );
        Assert.Empty(ConfigurationKeyValidator.GetErrors(example));
    }

    [Fact]
    public void A_key_without_a_value_is_refused() =>
        Assert.Contains(
            "--Discord:Gateway has no value",
            Assert.Throws<ConfigurationException>(() => KeyArguments.Split(["--Discord:Gateway", "--News:Enabled=false"])).Message
        );

    [Theory]
    [InlineData("{\n  \"News\": {\n    \"Enabled\": maybe\n  }\n}", "3:16")]
    [InlineData("{\n  \"News\": {", "2:12")]
    public void A_broken_file_is_named_with_line_and_column(string json, string place)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["appsettings.json"], json);

        var exception = Assert.Throws<ConfigurationException>(() => ConfigurationFiles.RequireReadable(folder["appsettings.json"]));

        Assert.StartsWith($"{folder["appsettings.json"]}:{place}: ", exception.Message);
    }

    [Theory]
    [InlineData("{\n  \"News\": {\n    \"Enabled\": maybe\n  }\n}", ":3:16: ")]
    [InlineData("", ":1: ")]
    [InlineData("\u0001\u0002", ":1: ")]
    [InlineData("[]", "appsettings.json")]
    public async Task A_broken_file_in_the_working_directory_ends_the_program_with_2_and_one_line(string json, string says)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["appsettings.json"], json, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AiNewsBot.dll"), "facts", "stats"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

        using var program = Process.Start(start)!;
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, program.ExitCode);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("appsettings.json", line);
        Assert.Contains(says, line);
    }
}
