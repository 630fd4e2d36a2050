using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>Kinds of licences: words that the names of licences of several makers share and that are the name of none, such as
/// OpenRAIL-M and RAIL.</summary>
public sealed class LicenceKinds
{
    private const int MinLength = 4;

    private readonly ImmutableArray<(string Key, Licence Licence)> _names;
    private readonly HashSet<string> _own;

    /// <param name="licences">All that are known.</param>
    /// <param name="models">Names of families: licences that share one share their model, and are of no kind.</param>
    internal LicenceKinds(IEnumerable<Licence> licences, IEnumerable<string> models)
    {
        _names = [.. licences.Select(licence => (Tokenizer.Key(licence.Name), licence))];
        _own = [.. _names.Select(one => one.Key), .. _names.Select(one => Tokenizer.Key(one.Licence.Id)), .. models.Select(Tokenizer.Key)];
        Acronyms =
        [
            .. _names
                .SelectMany(one => Tokenizer.Split(one.Licence.Name))
                .Where(word => word.Raw.Length >= MinLength && word.Raw.All(char.IsAsciiLetterUpper))
                .Select(word => word.Text)
                .GroupBy(word => word)
                // NSCL stands in the letters of Commons Clause, too, and is a word of one name alone.
                .Where(word => word.Skip(1).Any() && Contains(word.Key))
                .Select(word => word.Key),
        ];
    }

    /// <summary>Those that are one word of capital letters, in small letters.</summary>
    public ImmutableArray<string> Acronyms { get; }

    /// <summary>Whether a name is that of a kind.</summary>
    public bool Contains(string name) =>
        Tokenizer.Key(name) is { Length: >= MinLength } key
        && !_own.Contains(key)
        && Named(key).Select(licence => licence.Subject.Details.GetValueOrDefault(DetailNames.Steward)).Distinct().Skip(1).Any();

    /// <summary>The licences that have words in their name.</summary>
    public IEnumerable<Licence> Find(string words) => Named(Tokenizer.Key(words));

    /// <summary>Whether a licence is of a kind: an OpenRAIL++-M is an OpenRAIL-M.</summary>
    public static bool IsOf(string kind, Licence licence) =>
        Plain(Tokenizer.Key(licence.Name)).Contains(Plain(Tokenizer.Key(kind)), StringComparison.Ordinal);

    /// <summary>Whether a licence is of the wider kind that a kind belongs to: OpenRAIL-M and BigScience RAIL are both RAIL.</summary>
    public bool IsNear(string kind, Licence licence) =>
        Acronyms.Any(acronym => Tokenizer.Key(kind).Contains(acronym, StringComparison.Ordinal) && IsOf(acronym, licence));

    private IEnumerable<Licence> Named(string key) =>
        _names.Where(one => one.Key.Contains(key, StringComparison.Ordinal)).Select(one => one.Licence);

    private static string Plain(string key) => key.Replace("+", "", StringComparison.Ordinal);
}
