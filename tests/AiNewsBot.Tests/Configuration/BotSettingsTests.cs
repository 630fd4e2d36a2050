using AiNewsBot.Configuration;
using AiNewsBot.Hosting;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Tests.Configuration;

/// <summary>Each feature registers the section that it owns, and what checks the configuration knows of all of them.</summary>
public sealed class BotSettingsTests
{
    [Fact]
    public void Every_section_is_known_to_what_checks_the_configuration() =>
        Assert.Equal(
            typeof(ISettings).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ISettings))).ToHashSet(),
            BotSettings.Sections.Select(section => section.Type).ToHashSet()
        );

    // How the bot logs is read before there are features.
    [Fact]
    public void Every_section_but_that_of_the_log_is_registered_by_its_feature()
    {
        HashSet<Type> registered = [];
        using var host = BotHost.Build(
            new ConfigurationBuilder().Build(),
            TimeProvider.System,
            services => registered = [.. services.Select(service => service.ServiceType)]
        );

        Assert.Equal(
            [typeof(LoggingSettings)],
            BotSettings.Sections.Select(section => section.Type).Where(type => !registered.Contains(type))
        );
    }
}
