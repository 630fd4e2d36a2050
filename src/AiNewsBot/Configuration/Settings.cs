using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Configuration;

/// <summary>Reads settings and registers them.</summary>
public static class Settings
{
    /// <summary>All settings of the bot.</summary>
    /// <exception cref="OptionsValidationException">A value is wrong.</exception>
    /// <exception cref="InvalidOperationException">A value is not of its kind.</exception>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(Read<DiscordSettings>(configuration))
        .AddSingleton(Read<StorageSettings>(configuration))
        .AddSingleton(Read<HttpSettings>(configuration))
        .AddSingleton(Read<FactsSettings>(configuration))
        .AddSingleton(Read<NewsSettings>(configuration))
        .AddSingleton(Read<CurationSettings>(configuration))
        .AddSingleton(Read<LimitSettings>(configuration));

    /// <summary>One section, checked; each fault is one line that names the key.</summary>
    /// <exception cref="OptionsValidationException">A value is wrong.</exception>
    /// <exception cref="InvalidOperationException">A value is not of its kind.</exception>
    public static T Read<T>(IConfiguration configuration)
        where T : class, ISettings, new()
    {
        var settings = new T();
        settings.Bind(configuration.GetSection(T.Section));
        string[] faults = [.. settings.Faults().Select(fault => $"{T.Section}:{fault.Key} {fault.Fault}")];
        return faults.Length == 0 ? settings : throw new OptionsValidationException(T.Section, typeof(T), faults);
    }
}
