using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Configuration;

/// <summary>Reads settings and registers them.</summary>
internal static class SettingsBinder
{
    /// <summary>Adds the settings of a feature.</summary>
    /// <exception cref="OptionsValidationException">A value is wrong.</exception>
    /// <exception cref="InvalidOperationException">A value is not of its kind.</exception>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, IConfiguration configuration)
        where T : class, ISettings, new() => services.AddSingleton(Read<T>(configuration));

    /// <summary>One section, checked; each fault is one line that names the key.</summary>
    /// <exception cref="OptionsValidationException">A value is wrong.</exception>
    /// <exception cref="InvalidOperationException">A value is not of its kind.</exception>
    public static T Read<T>(IConfiguration configuration)
        where T : class, ISettings, new()
    {
        var section = configuration.GetSection(T.Section);
        Require(
            typeof(T),
            T.Section,
            ConfigurationValueValidator.GetErrors(T.CreateKeys(), section).Select(error => $"{error.Key}: {error.Error}")
        );
        var settings = new T();
        settings.Bind(section);
        Require(typeof(T), T.Section, settings.Check().Failures ?? []);
        return settings;
    }

    private static void Require(Type type, string section, IEnumerable<string> found)
    {
        string[] faults = [.. found.Select(fault => $"{section}:{fault}")];
        if (faults.Length > 0)
            throw new OptionsValidationException(section, type, faults);
    }
}
