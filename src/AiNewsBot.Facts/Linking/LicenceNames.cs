using System.Text.RegularExpressions;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Linking;

/// <summary>How people shorten the names of licences: AGPLv3, GPL 3, Attribution-NonCommercial-ShareAlike.</summary>
internal static partial class LicenceNames
{
    private const string CreativeCommons = "Creative Commons ";

    /// <summary>The short names of a licence, by its id and by what its full name begins with.</summary>
    public static IEnumerable<string> Short(Subject licence)
    {
        // AGPL-3.0-only is AGPLv3; LGPL-2.1-only is not LGPLv2.
        if (Versioned().Match(licence.Id) is { Success: true } id)
        {
            var (name, version) = (id.Groups["name"].Value, id.Groups["version"].Value);
            var whole = version.EndsWith(".0", StringComparison.Ordinal) ? version[..^2] : version;
            foreach (var number in new[] { version, whole })
            {
                yield return $"{name} {number}";
                yield return $"{name} v{number}";
            }
        }

        if (!licence.Name.StartsWith(CreativeCommons, StringComparison.Ordinal))
            yield break;
        var said = licence.Name[CreativeCommons.Length..];
        yield return said;

        // Without its version the one is meant that is so called.
        var bare = said[..said.LastIndexOf(' ')];
        if (bare.Contains(' ', StringComparison.Ordinal) && licence.Aliases.Any(alias => !alias.Any(char.IsAsciiDigit)))
            yield return bare;
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z]+)-(?<version>\d+\.\d+)(-only|-or-later)?$")]
    private static partial Regex Versioned();
}
