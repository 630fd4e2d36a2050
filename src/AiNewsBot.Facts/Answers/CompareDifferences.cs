using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>How those differ that are alike in kind: in their licences, in how much of them is public, or in what.</summary>
internal static class CompareDifferences
{
    private const int MaxComponents = 3;

    public static string Tell(AnswerContext context, ImmutableArray<Compared> compared)
    {
        if (
            compared.Any(one => one.Subject is not Release)
            && compared.Any(one => !one.Licences.ToHashSet().SetEquals(compared[0].Licences))
        )
            return Join(
                compared,
                one => context.Wording["compare_under", ("name", one.Subject.Name), ("licences", context.Wording.Join([.. one.Licences]))]
            );
        if (compared.Select(one => (one.Fewest, one.Most)).Distinct().Count() > 1)
            return Join(compared.OrderByDescending(one => one.Most).ThenByDescending(one => one.Fewest), one => Count(context, one));
        return string.Join(
            "; ",
            compared
                .Select(one => Only(context, one, compared))
                .OfType<string>()
                .Prepend(context.Wording["compare_each", ("count", Range(context, compared[0]))])
        );
    }

    private static string Count(AnswerContext context, Compared one) =>
        context.Wording["compare_count", ("name", one.Subject.Name), ("count", Range(context, one))];

    private static string Range(AnswerContext context, Compared one) =>
        one.Fewest == one.Most
            ? Number(one.Most)
            : context.Wording["compare_range", ("first", Number(one.Fewest)), ("last", Number(one.Most))];

    // As many, but not the same.
    private static string? Only(AnswerContext context, Compared one, ImmutableArray<Compared> compared)
    {
        var own = one.Public.Except(compared.Where(other => other != one).SelectMany(other => other.Public)).ToArray();
        return own.Length == 0
            ? null
            : context.Wording["compare_only", ("name", one.Subject.Name), ("components", context.Labels([.. own.Take(MaxComponents)]))];
    }

    private static string Join(IEnumerable<Compared> compared, Func<Compared, string> tell) => string.Join("; ", compared.Select(tell));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
