using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>Where the configuration comes from; what comes later wins.</summary>
internal static class ConfigurationFiles
{
    public const string FileName = "appsettings.json";

    /// <summary>The file beside the executable, the one in the working directory, the environment, then keys on the command line.</summary>
    /// <exception cref="ConfigurationException">A file cannot be read, or is no JSON.</exception>
    public static IConfigurationRoot Read(IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder();
        foreach (var file in new[] { Path.Combine(AppContext.BaseDirectory, FileName), Path.GetFullPath(FileName) }.Distinct())
        {
            RequireReadable(file);
            builder.AddJsonFile(file, optional: true, reloadOnChange: false);
        }

        try
        {
            return builder.AddEnvironmentVariables().AddInMemoryCollection(commandLine).Build();
        }
        catch (InvalidDataException exception)
        {
            throw new ConfigurationException($"{exception.Message} {exception.InnerException?.Message}", exception);
        }
    }

    // Read once more than needed, since the file's own reader says neither the line of a fault nor the file of a refusal.
    internal static void RequireReadable(string file)
    {
        if (!File.Exists(file))
            return;
        try
        {
            using var stream = File.OpenRead(file);
            using var json = JsonDocument.Parse(
                stream,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException(
                $"{file}:{(exception.LineNumber ?? 0) + 1}:{(exception.BytePositionInLine ?? 0) + 1}: this is no JSON: look for a missing "
                    + "comma, quotation mark or bracket here or just before",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The configuration file {file} cannot be read: {exception.Message}", exception);
        }
    }
}
