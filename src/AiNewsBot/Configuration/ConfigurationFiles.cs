using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>Where the configuration comes from; what comes later wins.</summary>
public static class ConfigurationFiles
{
    public const string FileName = "appsettings.json";

    /// <summary>The file beside the executable, the one in the working directory, the environment, then keys on the command line.</summary>
    /// <exception cref="InvalidDataException">A file is no JSON.</exception>
    public static IConfigurationRoot Read(IReadOnlyDictionary<string, string?> commandLine) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true, reloadOnChange: false)
        .AddJsonFile(Path.GetFullPath(FileName), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(commandLine)
        .Build();
}
