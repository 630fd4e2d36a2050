using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;

namespace AiNewsBot.Facts.Questions;

/// <summary>Puts a question and the parts that it was cut into together, where that shows more of what it asks.</summary>
internal static class QuestionMerger
{
    private const double Sure = 0.5;

    /// <summary>A part as it is answered beside others; null where it asks nothing that can be told of a name.</summary>
    public static Question? AsPart(Question part, Question whole) =>
        part.Confidence >= Sure
        && !part.Aspects.IsEmpty
        && part.Aspects.All(IsOfName)
        && part.Mentions.Any(mention => mention.Role != MentionRole.Terms)
            ? part with
            {
                Text = whole.Text,
                Language = whole.Language,
                Places = part.Places.IsEmpty ? whole.Places : part.Places,
            }
            : null;

    /// <summary>The question with its parts; as it is where they ask no more than it was read to ask.</summary>
    public static Question Merge(Question whole, ImmutableArray<Question> parts)
    {
        var agree =
            parts.Length > 1 && parts.All(part => part.Aspects.SequenceEqual(parts[0].Aspects) && part.Confidence > whole.Confidence);
        parts = [.. parts.Where((part, index) => !IsToldBefore(part, parts[..index]) && !IsToldWith(part, parts))];

        // Of two that are set side by side one thing is asked: that is told of each.
        if (parts is [var only] && whole.Aspects is [Aspect.Compare] && AreSame(only, whole) && only.Aspects is not [Aspect.Compare])
            return only;
        if (parts.Length < 2)
            return agree && parts is [var same] && AreSame(same, whole) && !same.Aspects.Intersect(whole.Aspects).Any()
                ? ReadAs(whole, same)
                : whole;
        var asked = parts.SelectMany(part => part.Aspects).Distinct().ToImmutableArray();
        var isOfOne = parts.All(part => AreSame(part, parts[0]));
        if (asked.Length == 1 && isOfOne || isOfOne && !asked.Except(whole.Aspects).Any())
            return whole;
        return whole with
        {
            Parts = parts,
            Aspects = asked,
            Intent = parts[0].Intent,
            Component = parts[0].Component,
            Topic = null,
            Confidence = parts.Min(part => part.Confidence),
            IsUnsure = false,
        };
    }

    // Each part asks for outputs, and what lies between them spoke of commercial use.
    private static Question ReadAs(Question whole, Question part) =>
        whole with
        {
            Aspects = part.Aspects,
            Intent = part.Intent,
            Component = part.Component,
            Topic = null,
            Confidence = part.Confidence,
            IsUnsure = part.IsUnsure,
            Likeliest = part.Likeliest,
        };

    // "May we use both of them" sets them side by side already.
    private static bool IsToldBefore(Question part, ImmutableArray<Question> before) =>
        before.Any(other =>
            AreSame(part, other)
            && (part.Aspects is [Aspect.Compare] || part.Aspects.SequenceEqual(other.Aspects) && part.Component == other.Component)
        );

    // What restricts use is told with whether it may be used at all.
    private static bool IsToldWith(Question part, ImmutableArray<Question> parts) =>
        part.Aspects is [Aspect.Restrictions]
        && parts.Any(other => other.Aspects is [Aspect.CommercialUse or Aspect.Territory] && AreSame(part, other));

    private static bool AreSame(Question one, Question other) =>
        one
            .Links.Where(link => link.Subject is not Licence)
            .Select(link => link.Subject)
            .SequenceEqual(other.Links.Where(link => link.Subject is not Licence).Select(link => link.Subject));

    private static bool IsOfName(Aspect aspect) =>
        aspect is not (Aspect.List or Aspect.Definition or Aspect.Topic or Aspect.News or Aspect.Overview);
}
