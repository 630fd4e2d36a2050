using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>The words in the names of a family's releases: by "large" alone, any Mistral Large may be meant.</summary>
internal sealed class ReleaseNameWords(string? maker, ImmutableArray<Release> releases)
{
    /// <summary>Id of the family's maker.</summary>
    public string? Maker => maker;

    /// <summary>The releases, newest first.</summary>
    public ImmutableArray<Release> Releases => releases;

    private readonly Lazy<ImmutableArray<(SubjectView Release, ImmutableArray<string> Names)>> _stated = new(() =>
        [.. releases.Select(release => ((SubjectView)release, NameVariants.Stated(release.Subject).ToImmutableArray()))]
    );

    private readonly Lazy<Dictionary<string, ImmutableArray<SubjectView>>> _byWord = new(() =>
        releases
            .SelectMany(release =>
                release
                    .Subject.Aliases.Prepend(release.Name)
                    .SelectMany(name => Tokenizer.Split(name))
                    .Select(token => (token.Text, Release: (SubjectView)release))
                    .Distinct()
            )
            .GroupBy(pair => pair.Text)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Release).ToImmutableArray())
    );

    /// <summary>The words in the names of its releases, each once.</summary>
    public IEnumerable<string> Words => _byWord.Value.Keys;

    /// <summary>The releases whose names contain a word.</summary>
    public ImmutableArray<SubjectView> Find(string word) => _byWord.Value.GetValueOrDefault(word, []);

    /// <summary>Whether a release is of a modality, such as multimodal.</summary>
    public bool HasModality(string modality) => releases.Any(release => release.Modality == modality);

    /// <summary>The releases that a shortened name may mean: its own and those with longer
    /// names, as Mistral Large 3 does from Mistral Large.</summary>
    public ImmutableArray<SubjectView> Sharing(SubjectView own, string key) =>
        [
            own,
            .. _stated
                .Value.Where(pair =>
                    pair.Release != own
                    && pair.Names.Any(name =>
                        name.Length > key.Length
                        && name.StartsWith(key, StringComparison.Ordinal)
                        && !(char.IsAsciiDigit(key[^1]) && name[key.Length] is '.' or 'b' or 'm')
                    )
                )
                .Select(pair => pair.Release),
        ];
}
