using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

public sealed partial class Answerer
{
    // Whether conditions, promises or notes are told in the words of the dataset.
    private static bool SaysFacts(AnswerContext context, Answer answer, ImmutableArray<string> notes)
    {
        var text = string.Join('\n', notes.Prepend(answer.Text));
        return answer
            .Facts.SelectMany(WordsOf)
            .Concat(answer.Subjects.SelectMany(subject => TermsNotes.WordsOnBase(context, subject)))
            .Any(words => words.Length > 0 && text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> WordsOf(Statement fact)
    {
        if (fact.Property is Properties.Promise)
            yield return fact.Value;
        if (fact.Property is Properties.Condition && fact.Qualifier("text") is { } text)
            yield return text;
        if (fact.Note is { } note)
            yield return note;
    }

    // What most ask is answered in the language of the question; the rest in English, with the reason.
    private Wording WordingFor(Question question) =>
        question.Intent is not { } intent || IsWorded(intent) ? WordingOf(question.Language) : _wording;

    private static bool IsWorded(Intent intent) =>
        intent is Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions;

    // Hindi is worded in Latin letters.
    private Wording WordingIn(string language) =>
        _wordings.FirstOrDefault(wording => wording.Language.Split('-')[0] == language) ?? _wording;

    private Wording WordingOf(string language) => _wordings.FirstOrDefault(wording => wording.Language == language) ?? _wording;

    // Dates are asked for, or are the matter itself, in the others.
    private static bool IsDated(Intent intent) =>
        intent is Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions or Intent.Component or Intent.Compare;

    private Answer Finish(AnswerContext context, Answer answer)
    {
        var readings = ImmutableArray.CreateBuilder<string>();
        if (answer.Status is AnswerStatus.Answered or AnswerStatus.NoFact)
        {
            readings.AddRange(
                context
                    .Question.Links.Where(link => link.IsTypo && !link.IsAmbiguous)
                    .Select(link => context.Wording["typo", ("typed", link.Typed), ("name", link.Subject.Name)])
            );
        }

        if (context.Wording == _wording && WordingOf(context.Question.Language).AnsweredInEnglish is { } why)
            readings.Add(why);
        var notes =
            answer.AsOf is { } day && answer.Status == AnswerStatus.Answered
                ? answer.Notes.Insert(0, context.Wording["as_of", ("day", AnswerContext.Write(day))])
                : answer.Notes;
        notes = [.. ReasonNotes.For(context, answer), .. notes, .. TermsNotes.For(context, answer)];
        if (answer.Status == AnswerStatus.Answered && UnknownNames.NotTold(context) is { } unknown)
            notes = notes.Insert(0, unknown);
        Answer[] beside =
        [
            .. NamedBeside.Find(context, answer, notes).Select(named => NamedBeside.Describe(context, named)).OfType<Answer>(),
        ];
        notes = notes.AddRange(beside.Select(NamedBeside.Write));
        var matter = GeneralRules.Beside(context, answer).RemoveAll(statement => notes.Contains(statement.Value));
        notes = notes.AddRange(matter.Select(statement => statement.Value));
        if (SecondHandNotice.Format(context, answer) is { } secondHand)
            notes = notes.Add(secondHand);
        if (context.Wording.FactsInEnglish is { } reason && SaysFacts(context, answer, notes))
            notes = notes.Add(reason);

        // Beside the sentence that it speaks of, or else before all other notes.
        var stated = LocalNotes.Stated(context, answer);
        var isOfLead = stated is not null && answer.Facts[0].IsLocal;
        if (stated is not null && !isOfLead)
            notes = notes.Insert(0, stated);
        notes = notes.AddRange(LocalNotes.Unknown(context, answer));
        if (ReasonNotes.Missing(context, answer) is { } missing)
            notes = notes.Add(missing);
        var others = OtherReadings.For(context, answer);
        if (!others.IsEmpty && context.Question.Language == _wording.Language)
            notes = notes.AddRange(OtherReadings.Format(context, answer, others));
        return AnswerStates.Add(context, answer) with
        {
            Facts =
            [
                .. answer
                    .Facts.Concat(LicenceConflicts.Of(context, answer))
                    .Concat(beside.SelectMany(named => named.Facts))
                    .Concat(matter)
                    .Distinct(),
            ],
            How =
                !isOfLead ? answer.How
                : answer.How is { } how ? $"{how} {stated}"
                : stated,
            Readings = readings.ToImmutable(),
            OtherReadings = others,
            Notes = notes,
            Checked = answer.Facts.IsEmpty
                ? null
                : context.Wording["checked", ("date", AnswerContext.Write(answer.Facts.Min(fact => fact.VerifiedOn)))],
        };
    }
}
