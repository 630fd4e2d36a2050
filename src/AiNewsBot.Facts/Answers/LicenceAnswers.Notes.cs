using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

internal static partial class LicenceAnswers
{
    private static string Facts(AnswerContext context, Licence licence)
    {
        var text = context.Wording[
            "licence_facts",
            ("osi", context.Wording[licence.OsiApproved ? "osi_yes" : "osi_no"]),
            ("commercial", context.Wording["commercial_" + licence.Commercial.ToString().ToLowerInvariant()])
        ];
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static IEnumerable<string> Restrictions(AnswerContext context, Licence licence) =>
        licence.Restrictions.Any()
            ? [context.Wording["restrictions_are_short", ("restrictions", LicenceFormatter.Clauses(licence.Restrictions))]]
            : [];

    /// <summary>The components that are under a licence of their own, such as code beside weights.</summary>
    public static IEnumerable<string> Others(AnswerContext context, Release release) => Parts(context, release).Select(part => part.Text);

    private static IEnumerable<string> Others(AnswerContext context, Release release, Licence? main) =>
        Parts(context, release, main).Select(part => part.Text);

    /// <summary>The same with the licence of each.</summary>
    public static IEnumerable<(Licence Licence, string Text)> Parts(AnswerContext context, Release release) =>
        Parts(context, release, context.Facts.LicenceOf(release, Components.Weights, context.Day));

    private static IEnumerable<(Licence Licence, string Text)> Parts(AnswerContext context, Release release, Licence? main) =>
        Components
            .All.Select(slug => (slug, licence: context.Facts.LicenceOf(release, slug, context.Day)))
            .Where(pair => !release.All(Properties.LicenceOf(pair.slug)).IsEmpty && pair.licence is not null && pair.licence != main)
            .GroupBy(pair => pair.licence!)
            .Select(group =>
                (
                    Licence: group.Key,
                    Text: context.Wording[
                        "licence_component",
                        ("component", context.Labels([.. group.Select(pair => pair.slug)])),
                        ("licence", LicenceFormatter.GetFullName(group.Key))
                    ]
                )
            )
            .Select(part => (part.Licence, char.ToUpperInvariant(part.Text[0]) + part.Text[1..]));

    private static IEnumerable<string> History(AnswerContext context, Release release, Statement held) =>
        Before(context, release, held) is { } before ? [context.Wording["licence_history", ("history", before)]] : [];

    /// <summary>The licences that a release was under before; null where there was one only.</summary>
    public static string? Before(AnswerContext context, Release release, Statement held)
    {
        var before = release
            .All(held.Property)
            .Where(statement => statement != held && statement.ValidTo is not null && statement.ValidTo.Value.Earliest <= context.Day)
            .Select(statement =>
                context.Wording[
                    "licence_until",
                    (
                        "licence",
                        context.Facts.Licence(statement.Value) is { } licence ? LicenceFormatter.GetFullName(licence) : statement.Value
                    ),
                    ("date", statement.ValidTo!.Value.Text)
                ]
            )
            .ToImmutableArray();
        return before.IsEmpty ? null : string.Join("; ", before);
    }
}
