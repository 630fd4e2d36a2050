using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Configuration;
using AiNewsBot.Curation.Editing;
using AiNewsBot.News.Configuration;
using AiNewsBot.Storage.Setup;

namespace AiNewsBot.Hosting;

/// <summary>What the configuration of the bot may say: known without the bot, which would have to be put together from it.</summary>
internal static class BotSettings
{
    public static ImmutableArray<SettingsSection> Sections { get; } =
    [
        SettingsSection.For<DiscordSettings>(),
        SettingsSection.For<StorageSettings>(),
        SettingsSection.For<HttpSettings>(),
        SettingsSection.For<FactsSettings>(),
        SettingsSection.For<NewsSettings>(),
        SettingsSection.For<CurationSettings>(),
        SettingsSection.For<LimitSettings>(),
        SettingsSection.For<LoggingSettings>(),
    ];

    /// <summary>The keys of all sections.</summary>
    public static ConfigurationKeyTree Keys { get; } = ConfigurationKeyTree.Join(Sections.Select(section => section.Keys));
}
