using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Lists;

namespace AiNewsBot.Facts.Answers;

/// <summary>A part of the world that a question names, held against the territories that the licence leaves out.</summary>
internal static class PlaceAnswers
{
    /// <summary>The answer that begins with it; null where no place is named, or the licence leaves none out.</summary>
    public static Answer? Over(AnswerContext context, Answer answer)
    {
        if (
            context.Question.Places.IsEmpty
            || answer
                is not {
                    Status: AnswerStatus.Answered,
                    Intent: Intent.CommercialUse or Intent.Restrictions or Intent.Licence,
                    Subjects: [var subject, ..]
                }
        )
            return null;
        if (OfBase(context, answer, subject) is { } built)
            return built;
        if (
            answer.Intent == Intent.Licence
            || LicenceOf(context, subject) is not { } licence
            || TerritoryOf(licence) is not { } territory
            || !Concerns(territory, subject)
        )
            return null;
        var regions = territory.Statement.Qualifier(Qualifiers.Regions)!.Split(' ');
        var isOut = context.Question.Places.Any(place => PlaceReader.IsWithin(place, regions, Languages.Lexicon));
        if (!isOut && context.Question.Aspects is not [Aspect.Territory, ..])
            return null;
        var except = territory.Statement.Qualifier("except");
        var lead = context.Wording[
            !isOut ? "place_in"
            : except is null ? "place_out"
            : "place_out_except",
            ("name", subject.Name),
            ("licence", LicenceFormatter.GetFullName(licence)),
            ("text", territory.Text),
            ("except", except ?? "")
        ];
        return answer with
        {
            Lead = lead,
            How = null,
            Rows = LicenceFormatter.Rows(licence.Restrictions.Where(condition => condition != territory)),
            Notes = answer.Notes.Remove(OutputAnswers.OfModel(context, licence)),
            Facts = [.. answer.Facts.Append(territory.Statement).Distinct()],
        };
    }

    // What a model is built on may leave out the place where its own licence leaves out none.
    private static Answer? OfBase(AnswerContext context, Answer answer, SubjectView subject)
    {
        if (
            context.Facts.ReleasesOf(subject) is not [var release]
            || BaseTerms.Find(context, release) is not { } on
            || TerritoryOf(on.Licence) is not { } territory
        )
            return null;
        var regions = territory.Statement.Qualifier(Qualifiers.Regions)!.Split(' ');
        return context.Question.Places.Any(place => PlaceReader.IsWithin(place, regions, Languages.Lexicon))
            ? answer with
            {
                Intent = Intent.CommercialUse,
                Lead = context.Wording[
                    "place_out_base",
                    ("name", release.Name),
                    ("base", on.Base.Name),
                    ("licence", LicenceFormatter.GetFullName(on.Licence)),
                    ("text", territory.Text)
                ],
                How = null,
                Rows = LicenceFormatter.Rows(on.Licence.Restrictions.Where(condition => condition != territory)),
                Notes = answer.Notes.Remove(OutputAnswers.OfModel(context, on.Licence)),
                Facts = [.. answer.Facts.Append(on.Fact).Append(territory.Statement).Distinct()],
            }
            : null;
    }

    private static Condition? TerritoryOf(Licence licence) =>
        licence.Conditions.FirstOrDefault(condition => condition.Statement.Qualifier(Qualifiers.Regions) is not null);

    private static Licence? LicenceOf(AnswerContext context, SubjectView subject)
    {
        if (subject is Licence own)
            return own;
        var licences = OpennessAnswers.Judge(context, subject).Select(pair => pair.Verdict.Licence).OfType<Licence>().Distinct().ToArray();
        return licences is [var only] ? only : null;
    }

    // Of a model whose kind is not told, what holds for some of its kind is told, too.
    private static bool Concerns(Condition territory, SubjectView subject) =>
        territory.Statement.Qualifier(Qualifiers.Modality) is not { } modality
        || subject is not Release { Modality: { } own }
        || own == modality
        || subject is Release { Whole: null };
}
