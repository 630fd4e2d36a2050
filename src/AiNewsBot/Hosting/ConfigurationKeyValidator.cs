using AiNewsBot.Configuration;
using AiNewsBot.Facts.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Hosting;

/// <summary>Finds keys that are no settings: a misspelled one would otherwise leave its setting at the default without a word.</summary>
internal static class ConfigurationKeyValidator
{
    private const string Schema = "$schema";

    /// <exception cref="OptionsValidationException">There are some.</exception>
    public static void Require(IConfigurationRoot configuration)
    {
        string[] errors = [.. GetErrors(configuration)];
        if (errors.Length > 0)
            throw new OptionsValidationException("configuration", typeof(IConfigurationRoot), errors);
    }

    /// <summary>A line for each unknown key, with its place and the nearest known key.</summary>
    public static IEnumerable<string> GetErrors(IConfigurationRoot configuration) =>
        configuration
            .Providers.SelectMany(provider =>
                provider switch
                {
                    JsonConfigurationProvider file => Leaves(file, null)
                        .Where(key => key != Schema)
                        .Select(key =>
                            GetError(
                                file,
                                key,
                                key,
                                Path.Combine(
                                    (file.Source.FileProvider as Microsoft.Extensions.FileProviders.PhysicalFileProvider)?.Root ?? "",
                                    file.Source.Path ?? ""
                                )
                            )
                        ),

                    // Other programs have variables, too: those count that begin like a section of the bot's.
                    EnvironmentVariablesConfigurationProvider environment => Leaves(environment, null)
                        .Where(key => key.Contains(':', StringComparison.Ordinal) && IsNearSection(key.Split(':')[0]))
                        .Select(key => GetError(environment, key, key.Replace(":", "__", StringComparison.Ordinal), "the environment")),
                    _ => Leaves(provider, null).Select(key => GetError(provider, key, "--" + key, "the command line")),
                }
            )
            .OfType<string>()
            .Distinct();

    private static string? GetError(IConfigurationProvider provider, string key, string shown, string place)
    {
        var (node, path) = (BotSettings.Keys, "");
        foreach (var part in key.Split(':'))
        {
            if (node.Find(part) is not { } next)
                return $"{shown} in {place}: {Unknown(node, path, key)}";
            (node, path) = (next, path.Length == 0 ? next.Name : $"{path}:{(next.Name is "N" ? part : next.Name)}");
        }

        var isEmpty = !provider.TryGet(key, out var value) || string.IsNullOrEmpty(value);
        if (node.Value is null && !node.IsOpen && !isEmpty)
            return $"{shown} in {place} takes no value of its own: {Below(node, path)}";
        return null;
    }

    private static string Unknown(ConfigurationKeyTree node, string path, string key)
    {
        if (node.Value is not null && node.Entry is null)
            return $"{path} takes one value, and nothing under it";
        if (node.Entry is not null)
            return $"the entries of {path} are numbered from 0: "
                + $"{path}:0{(node.Entry.Value is null ? ":" + node.Entry.Children.First().Name : "")}";
        var nearest = BotSettings
            .Keys.Paths()
            .Where(known => !known.EndsWith('*'))
            .Select(known => (Known: known, Distance: Distance(Generic(key), known)))
            .MinBy(pair => pair.Distance ?? int.MaxValue);
        return nearest.Distance <= Math.Max(2, key.Length / 3) ? $"there is no such key; did you mean {nearest.Known}?"
            : path.Length > 0 ? $"there is no such key; {Below(node, path)}"
            : $"there is no such section; there are " + $"{string.Join(", ", BotSettings.Keys.Children.Select(section => section.Name))}";
    }

    private static string Below(ConfigurationKeyTree node, string path) =>
        node.Entry is { Value: null } entry
            ? $"write {path}:0:{entry.Children.First().Name}, in JSON [{{ \"{entry.Children.First().Name}\": \"…\" }}]"
        : node.Name == "N" ? $"write {path}:{node.Children.First().Name}, in JSON {{ \"{node.Children.First().Name}\": \"…\" }}"
        : $"{path} has {string.Join(", ", node.Children.Select(child => child.Name))}";

    // As the known keys are written: News:Feeds:3:Ulr is compared with News:Feeds:N:Url.
    private static string Generic(string key) => string.Join(':', key.Split(':').Select(part => part.All(char.IsAsciiDigit) ? "N" : part));

    private static bool IsNearSection(string name) => BotSettings.Keys.Children.Any(section => Distance(name, section.Name) <= 1);

    // Ignores case, as keys do.
    private static int? Distance(string one, string other) =>
        EditDistance.Within(one.ToUpperInvariant(), other.ToUpperInvariant(), Math.Max(one.Length, other.Length));

    private static IEnumerable<string> Leaves(IConfigurationProvider provider, string? path)
    {
        var children = provider.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return children.Length == 0 && path is not null
            ? [path]
            : children.SelectMany(child => Leaves(provider, path is null ? child : $"{path}:{child}"));
    }
}
