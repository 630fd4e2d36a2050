using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Configuration;

/// <summary>A section of the configuration, to be checked before the feature that owns it is there.</summary>
/// <param name="Type">The type of its settings.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="GetErrors">What is wrong with its values: a line each.</param>
internal sealed record SettingsSection(Type Type, ConfigurationKeyTree Keys, Func<IConfiguration, IReadOnlyList<string>> GetErrors)
{
    public static SettingsSection For<T>()
        where T : class, ISettings, new() => new(typeof(T), T.CreateKeys(), GetErrorsOf<T>);

    private static IReadOnlyList<string> GetErrorsOf<T>(IConfiguration configuration)
        where T : class, ISettings, new()
    {
        try
        {
            _ = SettingsBinder.Read<T>(configuration);
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}
