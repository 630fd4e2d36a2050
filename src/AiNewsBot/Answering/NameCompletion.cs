using System.Collections.Immutable;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Text;
using AiNewsBot.Transport;

namespace AiNewsBot.Answering;

/// <summary>Suggests names while they are typed: those that begin so first, then those that contain it; families before their releases, newer before older.</summary>
public sealed class NameCompletion
{
    private const int Most = 25;
    private const int LongestName = 100;

    private readonly ImmutableArray<(SubjectView View, ImmutableArray<string> Keys)> _names;

    public NameCompletion(FactBase facts) =>
        _names =
        [
            .. facts.Families.Concat(facts.Releases).Concat(facts.Organizations)
                .Select(view => (view, (ImmutableArray<string>)[.. view.Subject.Aliases.Prepend(view.Id).Prepend(view.Name).Select(Tokenizer.Key).Distinct()])),
        ];

    /// <summary>At most 25 names for what was typed so far.</summary>
    public ImmutableArray<Suggestion> Complete(string typed)
    {
        var key = Tokenizer.Key(typed);
        return
        [
            .. _names.Select(name => (name.View, Rank: RankOf(name.Keys, key))).Where(pair => pair.Rank < 3)
                .OrderBy(pair => pair.Rank).Select(pair => new Suggestion(Label(pair.View), pair.View.Id)).DistinctBy(suggestion => suggestion.Name).Take(Most),
        ];
    }

    private static int RankOf(ImmutableArray<string> keys, string typed) =>
        typed.Length == 0 || keys.Contains(typed) ? 0
        : keys.Any(key => key.StartsWith(typed, StringComparison.Ordinal)) ? 1
        : keys.Any(key => key.Contains(typed, StringComparison.Ordinal)) ? 2
        : 3;

    private static string Label(SubjectView view)
    {
        var label = view.Subject.Kind switch
        {
            SubjectKind.Family => $"{view.Name} (all releases)",
            SubjectKind.Organization => $"{view.Name} (maker)",
            _ => view.Name,
        };
        return label.Length <= LongestName ? label : label[..LongestName];
    }
}
