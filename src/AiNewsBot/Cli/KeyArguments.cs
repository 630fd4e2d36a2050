using System.Text.RegularExpressions;
using AiNewsBot.Configuration;

namespace AiNewsBot.Cli;

/// <summary>Configuration keys on the command line (--Storage:ConnectionString=…), told from verbs and options by their colon.</summary>
internal static partial class KeyArguments
{
    /// <summary>Takes the keys out of the arguments.</summary>
    /// <exception cref="ConfigurationException">One has no value.</exception>
    public static (IReadOnlyDictionary<string, string?> Keys, string[] Others) Split(IReadOnlyList<string> arguments)
    {
        var keys = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var rest = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var match = KeyForm().Match(arguments[i]);
            if (!match.Success)
                rest.Add(arguments[i]);
            else if (match.Groups["value"].Success)
                keys[match.Groups["key"].Value] = match.Groups["value"].Value;
            else if (i + 1 < arguments.Count && !KeyForm().IsMatch(arguments[i + 1]))
                keys[match.Groups["key"].Value] = arguments[++i];
            else
                throw new ConfigurationException($"{arguments[i]} has no value: write {arguments[i]}=VALUE");
        }

        return (keys, [.. rest]);
    }

    [GeneratedRegex("^--(?<key>[A-Za-z]+(:[A-Za-z0-9._*-]+)+)(=(?<value>.*))?$", RegexOptions.Singleline)]
    private static partial Regex KeyForm();
}
