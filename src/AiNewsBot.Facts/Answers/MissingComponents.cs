using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a release lacks for the Open Source AI Definition, and why.</summary>
internal static class MissingComponents
{
    private const string UnderOtherTerms = "terms";
    private const string PublicInPart = "partly";
    private const string NotPublic = "absent";

    // What is public under other terms is not missing: that its terms are not approved is said of it, and the rest apart.
    public static string Tell(AnswerContext context, Release release, ImmutableArray<string> slugs)
    {
        var wording = context.Wording;
        var parts = slugs.GroupBy(slug => WhyMissing(context, release, slug)).ToArray();
        if (Array.Find(parts, part => part.Key == UnderOtherTerms) is not { } terms)
            return wording[
                "openness_missing",
                (
                    "missing",
                    string.Join("; ", parts.Select(part => wording["missing_" + part.Key, ("components", context.Labels([.. part]))]))
                )
            ];
        return string.Join(
            ' ',
            parts
                .Where(part => part != terms)
                .Select(part => wording["lacks_" + part.Key, ("components", string.Join(", ", part.Select(wording.Label)))])
                .Prepend(
                    wording[
                        terms.ToArray() is [not Components.Weights] ? "lacks_terms_one" : "lacks_terms",
                        ("components", context.Labels([.. terms]))
                    ]
                )
        );
    }

    private static string WhyMissing(AnswerContext context, Release release, string slug) =>
        slug == Properties.DataInformation
            ? NotPublic
            : release.Component(slug, context.Day).Availability switch
            {
                Availability.Available or Availability.Gated => UnderOtherTerms,
                Availability.Partial or Availability.OnRequest => PublicInPart,
                _ => NotPublic,
            };
}
