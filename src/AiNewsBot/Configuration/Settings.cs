using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Configuration;

/// <summary>Reads settings and registers them.</summary>
public static class Settings
{
    /// <summary>All settings of the bot, checked before it starts.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) => services
        .Add<DiscordSettings>(configuration, DiscordSettings.Section)
        .Add<StorageSettings>(configuration, StorageSettings.Section)
        .Add<HttpSettings>(configuration, HttpSettings.Section)
        .Add<FactsSettings>(configuration, FactsSettings.Section)
        .Add<NewsSettings>(configuration, NewsSettings.Section)
        .Add<CurationSettings>(configuration, CurationSettings.Section);

    /// <summary>One section, checked, for the verbs that need no host.</summary>
    /// <exception cref="OptionsValidationException">A value is wrong.</exception>
    /// <exception cref="InvalidOperationException">A value is not of its kind.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var settings = configuration.GetSection(section).Get<T>() ?? new T();
        var result = new SettingsValidator<T>(section).Validate(null, settings);
        return result.Failed ? throw new OptionsValidationException(section, typeof(T), result.Failures) : settings;
    }

    private static IServiceCollection Add<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(new SettingsValidator<T>(section));
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }
}
