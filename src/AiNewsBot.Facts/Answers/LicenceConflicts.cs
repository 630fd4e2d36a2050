using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>Two licences that are said of one model at one time: neither is left out, and who says which is told.</summary>
internal static class LicenceConflicts
{
    /// <summary>The sentences; none where the sources agree.</summary>
    public static IEnumerable<string> For(AnswerContext context, Release release) =>
        from statement in Find(context, release)
        let held = release.GetEffective(Properties.Licence, context.Day).Statement
        select held is null
            ? context.Wording["licence_disputed", [.. Side(context, statement, "licence", "publisher", "title")]]
            : context.Wording[
                "licence_conflict",
                [.. Side(context, held, "held", "holder", "page"), .. Side(context, statement, "licence", "publisher", "title")]
            ];

    /// <summary>The statements that an answer speaks of beside its own.</summary>
    public static IEnumerable<Statement> Of(AnswerContext context, Answer answer) =>
        answer
            is {
                Status: AnswerStatus.Answered,
                Intent: Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions,
                Subjects: [Release release]
            }
            ? Find(context, release)
            : [];

    private static IEnumerable<Statement> Find(AnswerContext context, Release release) =>
        release
            .All(Properties.Licence)
            .Where(statement =>
                statement.Rank == Rank.Disputed
                && statement.WasEffectiveOn(context.Day) is true
                && statement.Value != release.GetEffective(Properties.Licence, context.Day).Value
                && context.Facts.Licence(statement.Value) is not null
            );

    private static (string Name, string Value)[] Side(
        AnswerContext context,
        Statement statement,
        string licence,
        string publisher,
        string title
    ) =>
        [
            (licence, context.Facts.Licence(statement.Value) is { } known ? LicenceFormatter.GetFullName(known) : statement.Value),
            (publisher, statement.Sources[0].Publisher),
            (title, statement.Sources[0].Title),
        ];
}
