using System.Globalization;

namespace AiNewsBot.Facts.Answers;

/// <summary>Who makes a model.</summary>
internal static class MakerAnswers
{
    public static Answer Of(AnswerContext context, SubjectView subject, SubjectView? asked)
    {
        if (subject is Licence licence)
        {
            var steward = licence.Subject.Details.GetValueOrDefault(Details.Steward);
            return steward is null
                ? context.Refuse(AnswerStatus.NoFact, context.Wording["maker_unknown", ("name", licence.Name)], [licence])
                : context.Answer([licence], context.Wording["maker_is", ("name", licence.Name), ("maker", context.Facts.Find(steward)?.Name ?? steward)], licence.Subject.Statements.Take(1));
        }

        if (context.Facts.MakerOf(subject) is not { } maker)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["maker_unknown", ("name", subject.Name)], [subject]);
        if (subject == maker)
        {
            return context.Answer([maker], maker.Subject.About ?? maker.Name, maker.Subject.Statements.Take(1)) with
            {
                Notes = [context.Wording["maker_families", ("families", context.Names([.. context.Facts.FamiliesOf(maker)], 15))]],
            };
        }

        var key = asked is not null && asked != maker ? "maker_not" : "maker_is";
        return context.Answer([subject], context.Wording[key, ("name", subject.Name), ("maker", maker.Name), ("asked", asked?.Name ?? ""), ("country", Country(context, maker))],
            maker.Subject.Statements.Take(1)) with
        {
            Subjects = [subject, maker],
            Notes = maker.Subject.About is { } about ? [about] : [],
        };
    }

    private static string Country(AnswerContext context, SubjectView maker)
    {
        if (maker.On(Properties.Country, context.Day).Value is not { } code)
            return "";
        var name = code;
        try
        {
            name = new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            // A code that the machine's tables lack is shown as it is.
        }

        return context.Wording["maker_country", ("country", name)];
    }
}
