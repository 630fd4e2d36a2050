using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>
/// Finds which condition of a licence a clause tells in words of its own, by the rare words that it shares with what the facts say of it.
/// It finds only conditions that the licence has, so that what it finds is so.
/// </summary>
internal sealed class ConditionFinder
{
    // Two words that few conditions have: "begin" and "name", "pass" and "restrictions".
    private const int MinShared = 2;
    private const double MinWeight = 4.5;

    // A number that is the licence's own needs one word more.
    private const double MinWeightWithNumber = 2.5;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly TopicWords _words;
    private readonly Lazy<Dictionary<string, double>> _weights;

    public ConditionFinder(FactBase facts, Lexicon lexicon)
    {
        _words = new TopicWords(lexicon);
        _weights = new Lazy<Dictionary<string, double>>(() =>
        {
            var texts = facts.Licences.SelectMany(licence => licence.Conditions).Select(condition => condition.Text).Distinct().ToArray();

            // A word of a name tells whose the licence is, and not what it asks.
            var names = facts.Organizations.Concat(facts.Families).SelectMany(view => _words.Of(Tokenizer.Split(view.Name))).ToHashSet();
            return texts
                .SelectMany(text => _words.Of(Tokenizer.Split(text)))
                .Where(word => !names.Contains(word))
                .GroupBy(word => word)
                .ToDictionary(group => group.Key, group => Math.Log((double)texts.Length / group.Count()));
        });
    }

    /// <summary>The conditions of a licence that a clause tells.</summary>
    public IEnumerable<Condition> Find(Licence licence, PropositionClause clause)
    {
        ImmutableArray<Token> said =
        [
            .. PropositionClause
                .Between(clause.Start, clause.End)
                .Where(index => !clause.IsName(index))
                .Select(index => clause.Tokens[index]),
        ];
        var words = _words.Of(said);
        var amount = Amounts.Read(clause);
        var isNegative = clause.Has("denials") || clause.Has("forbidding");
        foreach (var condition in licence.Conditions)
        {
            if (
                IsNegative(condition.Text) != isNegative
                || amount is not null && condition.Limit is { } limit && limit != amount.Value.Value
            )
                continue;
            var shared = _words
                .Of(Tokenizer.Split(condition.Text))
                .Where(word => words.Contains(word) && _weights.Value.ContainsKey(word))
                .ToArray();
            var weight = shared.Sum(word => _weights.Value[word]);
            if (
                shared.Length >= MinShared && weight >= MinWeight
                || amount is not null && condition.Limit == amount.Value.Value && weight >= MinWeightWithNumber
            )
                yield return condition;
        }
    }

    private static bool IsNegative(string text) =>
        Words
            .Find(Tokenizer.Split(text), _ => false)
            .Exists(hit =>
                hit.Group is "denials" or "forbidding" && !(hit.Count == 1 && text.Contains("without", StringComparison.Ordinal))
            );
}
