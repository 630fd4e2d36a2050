using System.Collections.Immutable;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>A source below an answer, once for all facts that it supports.</summary>
/// <param name="Source">The source, with the locator of the first fact that cites it.</param>
/// <param name="VerifiedOn">The latest day on which it was read.</param>
internal sealed record Citation(Source Source, DateOnly VerifiedOn)
{
    /// <summary>Whether moderators of the server cite it.</summary>
    public bool IsLocal { get; init; }

    /// <summary>
    /// The sources of an answer, in the order of its facts; those of the server's moderators first, then first-hand ones, one of each
    /// subject before the second of any.
    /// </summary>
    public static ImmutableArray<Citation> From(Answer answer) => For(answer.Facts);

    /// <summary>The sources of facts, likewise.</summary>
    public static ImmutableArray<Citation> For(ImmutableArray<Statement> facts) =>
        [
            .. facts
                .SelectMany(fact => fact.Sources.Select(source => (source, fact)))
                .GroupBy(pair => pair.source.Url)
                .Select(group =>
                    (
                        group.First().fact.Subject,
                        Citation: new Citation(group.First().source, group.Max(pair => pair.fact.VerifiedOn))
                        {
                            IsLocal = group.Any(pair => pair.fact.IsLocal),
                        }
                    )
                )
                .GroupBy(pair => (pair.Citation.IsLocal, pair.Citation.Source.Kind, pair.Subject))
                .SelectMany(group => group.Select((pair, turn) => (pair.Citation, Turn: turn)))
                .OrderByDescending(pair => pair.Citation.IsLocal)
                .ThenBy(pair => pair.Citation.Source.Kind)
                .ThenBy(pair => pair.Turn)
                .Select(pair => pair.Citation),
        ];

    /// <summary>What it is called, by whom, and where in it to look.</summary>
    public string Label
    {
        get
        {
            var parts = new List<string> { Source.Title };
            if (Source.Publisher.Length > 0 && !Source.Title.Contains(Source.Publisher, StringComparison.OrdinalIgnoreCase))
                parts.Add(Source.Publisher);
            if (Source.Published is { } published)
                parts.Add(published.Text);
            if (Source.Locator is { } locator)
                parts.Add(locator);
            return string.Join(", ", parts);
        }
    }
}
