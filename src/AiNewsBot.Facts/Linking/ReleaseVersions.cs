using System.Buffers;
using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>The versions by which releases are called without the names of their families: R1 for DeepSeek-R1, K2 for Kimi K2.</summary>
internal static class ReleaseVersions
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>By version, the releases of that version.</summary>
    public static Dictionary<string, ImmutableArray<Release>> Create(FactBase facts) =>
        facts
            .Families.SelectMany(family =>
                facts
                    .ReleasesOf(family)
                    .Where(release => release.Whole is null)
                    .SelectMany(release => VersionsOf(facts, family, release).Select(version => (version, release)))
            )
            .GroupBy(pair => pair.version)
            .ToDictionary(group => group.Key, group => Meant([.. group.Select(pair => pair.release).Distinct()], group.Key));

    // Of what is called R1 and what has R1 among its other names, the former is meant.
    private static ImmutableArray<Release> Meant(ImmutableArray<Release> releases, string version) =>
        releases.RemoveAll(release => !Tokenizer.Key(release.Name).EndsWith(version, StringComparison.Ordinal)) is { IsEmpty: false } called
            ? called
            : releases;

    private static IEnumerable<string> VersionsOf(FactBase facts, SubjectView family, Release release)
    {
        SubjectView[] heads = facts.MakerOf(family) is { } maker ? [family, maker] : [family];
        string[] names = [.. NameVariants.Stated(release.Subject)];
        foreach (var head in heads.SelectMany(view => NameVariants.Stated(view.Subject)))
        {
            foreach (var name in names)
            {
                if (name.StartsWith(head, StringComparison.Ordinal) && IsVersion(name.AsSpan(head.Length)))
                    yield return name[head.Length..];
            }
        }
    }

    // r1, k2.5; a number alone could be any.
    private static bool IsVersion(ReadOnlySpan<char> text) =>
        text.Length is > 1 and < 6
        && char.IsAsciiLetter(text[0])
        && char.IsAsciiDigit(text[1])
        && char.IsAsciiDigit(text[^1])
        && !text[1..].ContainsAnyExcept(NumberCharacters);
}
