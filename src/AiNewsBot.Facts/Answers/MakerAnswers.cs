using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>Who makes a model.</summary>
internal static class MakerAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject, SubjectView? asked)
    {
        if (subject is Licence licence)
        {
            var steward = licence.Subject.Details.GetValueOrDefault(DetailNames.Steward);
            return steward is null
                ? context.Refuse(AnswerStatus.NoFact, context.Wording["maker_unknown", ("name", licence.Name)], [licence])
                : context.Answer(
                    [licence],
                    context.Wording["maker_is", ("name", licence.Name), ("maker", context.Facts.Find(steward)?.Name ?? steward)],
                    licence.Subject.Statements.Take(1)
                );
        }

        if (context.Facts.MakerOf(subject) is not { } maker)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["maker_unknown", ("name", subject.Name)], [subject]);
        if (subject == maker)
        {
            return context.Answer(
                [maker],
                $"{maker.Name}{Country(context, maker)}: {maker.Subject.About}".TrimEnd(':', ' '),
                Facts(context, maker, maker)
            ) with
            {
                Notes = [context.Wording["maker_families", ("families", context.Names(MadeBy(context, maker), 15))]],
            };
        }

        var key = asked is not null && asked != maker ? "maker_not" : "maker_is";
        return context.Answer(
            [subject],
            context.Wording[
                key,
                ("name", subject.Name),
                ("maker", maker.Name),
                ("asked", asked?.Name ?? ""),
                ("country", Country(context, maker))
            ],
            Facts(context, subject, maker)
        ) with
        {
            Subjects = [subject, maker],
            Notes = maker.Subject.About is { } about ? [about] : [],
        };
    }

    // A model that a server added is its maker's without a family.
    private static ImmutableArray<SubjectView> MadeBy(AnswerContext context, SubjectView maker) =>
        [.. context.Facts.FamiliesOf(maker), .. context.Facts.ReleasesOf(maker).Where(release => context.Facts.FamilyOf(release) is null)];

    // What is said of the maker; where nothing is, the announcement names them, or what else is said of the model.
    private static IEnumerable<Statement> Facts(AnswerContext context, SubjectView subject, SubjectView maker) =>
        !maker.Subject.Statements.IsEmpty
            ? maker.Subject.Statements.Take(1)
            : context
                .Facts.ReleasesOf(subject)
                .SelectMany(release => release.All(Properties.Announced).Concat(release.Subject.Statements))
                .Take(1);

    private static string Country(AnswerContext context, SubjectView maker)
    {
        if (maker.GetEffective(Properties.Country, context.Day).Value is not { } code)
            return "";
        return context.Wording["maker_country", ("country", CountryNames.InEnglish(code))];
    }
}
