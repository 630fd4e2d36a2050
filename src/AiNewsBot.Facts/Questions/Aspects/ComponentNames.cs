using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>The components that a question names.</summary>
internal static class ComponentNames
{
    /// <summary>The components that a text names, where it names several, in order, each once; code alone is that which trains and that
    /// which runs the model.</summary>
    public static ImmutableArray<string> Find(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links)
    {
        var hits = PropositionWords.Shipped.Find(tokens, index => links.Any(link => link.Start <= index && index < link.End));
        var named = hits.Where(hit =>
                hit.Group == "components" && !hits.Exists(term => term.Group is "terms" or "conditions" && term.Overlaps(hit))
            )
            .ToArray();
        return named.Length < 2
            ? []
            :
            [
                .. named
                    .SelectMany(hit =>
                        tokens[hit.Start].Text == "code" && hit.Count == 1
                            ? new[] { Components.TrainingCode, Components.InferenceCode }
                            : [hit.Value]
                    )
                    .Distinct(),
            ];
    }
}
