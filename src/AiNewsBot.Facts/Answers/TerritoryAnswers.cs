using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>Where a licence holds and where it does not.</summary>
internal static class TerritoryAnswers
{
    private const string Territory = "territory";

    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        var published = OpennessAnswers.Judge(context, subject).Where(pair => pair.Verdict.Licence is not null).ToImmutableArray();
        if (published.IsEmpty)
            return RestrictionAnswers.Create(context, subject);
        var excluding = published.Where(pair => Excluded(pair.Verdict.Licence!).Any()).ToArray();
        var name = ("name", subject.Name);
        if (excluding.Length == 0)
        {
            var licences = published.Select(pair => pair.Verdict.Licence!).Distinct().Select(LicenceFormatter.GetFullName).ToArray();
            return context.Answer(
                [subject],
                context.Wording["territory_free", name, ("licences", context.Wording.Join(licences))],
                published.SelectMany(pair => pair.Verdict.Because.Take(2))
            );
        }

        return context.Answer(
            [subject],
            context.Wording[excluding.Length == published.Length ? "territory_excluded" : "territory_depends", name],
            excluding.SelectMany(pair =>
                pair.Verdict.Because.Take(2).Concat(Excluded(pair.Verdict.Licence!).Select(condition => condition.Statement))
            )
        ) with
        {
            Rows =
            [
                .. published
                    .GroupBy(pair => pair.Verdict.Licence!)
                    .Select(group => new AnswerRow(
                        $"{context.Names([.. group.Select(pair => pair.Release)])} ({LicenceFormatter.GetShortName(group.Key)})",
                        Excluded(group.Key).Any() ? Clauses(Excluded(group.Key)) : context.Wording["territory_none"]
                    )),
            ],
        };
    }

    private static string Clauses(IEnumerable<Condition> conditions) =>
        string.Join(
            "; ",
            conditions.Select(condition =>
                condition.Statement.Qualifier("except") is { } except ? $"{condition.Text} ({except})" : condition.Text
            )
        );

    private static IEnumerable<Condition> Excluded(Licence licence) => licence.Conditions.Where(condition => condition.Kind == Territory);
}
