using System.Text.RegularExpressions;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Hosting;
using AiNewsBot.News.Configuration;
using AiNewsBot.Storage.Setup;

namespace AiNewsBot.Tests.Deployment;

/// <summary>docs/configuration.md is complete, and says what the program does.</summary>
public sealed partial class ConfigurationReferenceTests
{
    private static readonly Dictionary<string, (string Default, string Variable)> Documented = Row()
        .Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "configuration.md")))
        .ToDictionary(row => row.Groups["key"].Value, row => (row.Groups["default"].Value.Trim('`', ' '), row.Groups["variable"].Value));

    [Fact]
    public void Every_key_is_in_it_and_no_other() =>
        Assert.Equal(BotSettings.Keys.Paths().Order(StringComparer.Ordinal), Documented.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_form_in_the_environment_is_that_of_the_key() =>
        Assert.All(
            Documented,
            row =>
            {
                var form = row
                    .Key.Replace(":N:", "__0__", StringComparison.Ordinal)
                    .Replace(":*", "__[A-Za-z_]+", StringComparison.Ordinal)
                    .Replace(":", "__", StringComparison.Ordinal);
                Assert.Matches($"^{form}$", row.Value.Variable);
            }
        );

    [Fact]
    public void Every_default_is_that_of_the_program()
    {
        AssertDefaults(new DiscordSettings(), DiscordSettings.Section);
        AssertDefaults(new StorageSettings(), StorageSettings.Section);
        AssertDefaults(new HttpSettings(), HttpSettings.Section);
        AssertDefaults(new FactsSettings(), FactsSettings.Section);
        AssertDefaults(new NewsSettings(), NewsSettings.Section);
        AssertDefaults(new NewsFollowSettings(), "News:Follow:N");
        AssertDefaults(new CurationSettings(), CurationSettings.Section);
        AssertDefaults(new LimitSettings(), LimitSettings.Section);
        AssertDefaults(new LoggingSettings(), LoggingSettings.Section);
    }

    [Fact]
    public void Links_of_the_documents_lead_somewhere()
    {
        foreach (var document in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md"))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(document)))
                Assert.True(
                    Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value)),
                    $"{document}: {link.Groups["path"].Value} is not there"
                );
        }
    }

    private static void AssertDefaults(object settings, string section)
    {
        foreach (var property in settings.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(settings);
            var expected = value is bool flag
                ? flag
                    ? "true"
                    : "false"
                : value?.ToString() is { Length: > 0 } text
                    ? text
                    : property.Name == "WatchedOrganizations"
                        ? "the shipped list"
                        : "–";
            Assert.Equal(expected, Documented[$"{section}:{property.Name}"].Default);
        }
    }

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z:*]+)` \| (?<default>[^|]+) \| `(?<variable>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]+)")]
    private static partial Regex Link();
}
