using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Hosting;
using AiNewsBot.News.Configuration;
using AiNewsBot.Storage.Setup;

namespace AiNewsBot.Tests.Deployment;

/// <summary>The deployment files name settings that exist, and restart on what a restart can mend.</summary>
public sealed partial class DeploymentFileTests
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        [DiscordSettings.Section] = typeof(DiscordSettings),
        [StorageSettings.Section] = typeof(StorageSettings),
        [HttpSettings.Section] = typeof(HttpSettings),
        [FactsSettings.Section] = typeof(FactsSettings),
        [NewsSettings.Section] = typeof(NewsSettings),
        [CurationSettings.Section] = typeof(CurationSettings),
        [LimitSettings.Section] = typeof(LimitSettings),
        [LoggingSettings.Section] = typeof(LoggingSettings),
    };

    [Theory]
    [InlineData("deploy/Dockerfile")]
    [InlineData("docker-compose.yml")]
    [InlineData("deploy/compose.postgres.yml")]
    [InlineData("deploy/ainewsbot.service")]
    [InlineData("deploy/kubernetes/configuration.yaml")]
    [InlineData("deploy/kubernetes/interactions.yaml")]
    [InlineData("deploy/kubernetes/gateway.yaml")]
    public void Every_environment_variable_of_the_deployment_is_a_setting(string file)
    {
        var variables = Variable().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)));

        Assert.NotEmpty(variables);
        Assert.All(variables, variable => AssertSetting(variable.Groups["section"].Value, variable.Groups["key"].Value));
    }

    [Fact]
    public void Every_key_of_the_example_configuration_is_a_setting_with_its_default()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "deploy", "appsettings.example.json")));

        foreach (var section in example.RootElement.EnumerateObject())
        {
            foreach (var key in section.Value.EnumerateObject().Where(key => key.Name != "LogLevel"))
            {
                AssertSetting(section.Name, key.Name);
                var type = Sections[section.Name];
                var standard = type.GetProperty(key.Name)!.GetValue(Activator.CreateInstance(type));
                Assert.Equal(standard?.ToString() ?? "", key.Value.ToString());
            }
        }
    }

    [Fact]
    public void Every_operator_setting_is_in_the_example_configuration()
    {
        var example = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "deploy", "appsettings.example.json"));
        var settable = Sections
            .Values.SelectMany(type => type.GetProperties())
            .Where(property => property.CanWrite && property.Name != nameof(DiscordSettings.ApiBaseUrl));

        Assert.All(settable, property => Assert.Contains($"\"{property.Name}\"", example));
    }

    [Fact]
    public void Systemd_unit_does_not_restart_after_a_configuration_error() =>
        Assert.Contains("RestartPreventExitStatus=2 3", File.ReadAllText(Path.Combine(RepositoryRoot.Path, "deploy", "ainewsbot.service")));

    [Fact]
    public void Image_copies_every_file_that_a_build_reads_from_the_root()
    {
        var copied = File.ReadLines(Path.Combine(RepositoryRoot.Path, "deploy", "Dockerfile"))
            .First(line => line.StartsWith("COPY global.json", StringComparison.Ordinal))
            .Split(' ');
        var read = Directory
            .EnumerateFiles(RepositoryRoot.Path, "Directory.*")
            .Select(Path.GetFileName)
            .Append("global.json")
            .Append(".editorconfig");

        Assert.Subset(copied.ToHashSet(), read.ToHashSet()!);
    }

    [Fact]
    public async Task The_unit_leaves_the_bot_few_rights()
    {
        using var analysis = TryStart(
            "systemd-analyze",
            ["security", "--offline=true", Path.Combine(RepositoryRoot.Path, "deploy", "ainewsbot.service")]
        );
        Assert.SkipWhen(analysis is null, "needs systemd-analyze");
        var text = await analysis!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        var level = Exposure().Match(text);
        Assert.True(level.Success, text);
        Assert.True(double.Parse(level.Groups["level"].Value, System.Globalization.CultureInfo.InvariantCulture) < 3.0, level.Value);
    }

    private static Process? TryStart(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void AssertSetting(string section, string key)
    {
        Assert.True(Sections.TryGetValue(section, out var type), $"there is no section {section}");
        Assert.True(type!.GetProperty(key) is { CanWrite: true }, $"there is no setting {section}:{key}");
    }

    [GeneratedRegex("Overall exposure level .*: (?<level>[0-9.]+)")]
    private static partial Regex Exposure();

    [GeneratedRegex(@"\b(?<section>[A-Z][A-Za-z]+)__(?<key>[A-Z][A-Za-z]+)\b")]
    private static partial Regex Variable();
}
