using AiNewsBot.Chat;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Answering;

/// <summary>Finds the answers that buttons refer to.</summary>
internal static class AnswerFinder
{
    /// <summary>The answer as the facts are now; null where they no longer know what it is of.</summary>
    /// <param name="language">In which what is no question is told, such as de.</param>
    public static FoundAnswer? Find(Snapshot snapshot, AnswerReference? reference, DateOnly today, string language = "en") =>
        reference switch
        {
            AnswerReference.ForQuestion asked => new FoundAnswer(snapshot.Answerer.Ask(asked.Question, today), asked.Question),
            AnswerReference.ForSubject shown when snapshot.Facts.Find(shown.Subject) is { } subject => new FoundAnswer(
                snapshot.Answerer.Describe(subject, today, language: language)
            )
            {
                IsLookup = true,
            },
            AnswerReference.ForView viewed
                when snapshot.Facts.Find(viewed.Subject) is { } subject
                    && View(snapshot.Answerer, viewed, subject, today, language) is { } view => new FoundAnswer(view) { IsLookup = true },
            AnswerReference.ForComparison compared when Comparison.Create(snapshot, compared.Each, today) is { } comparison =>
                new FoundAnswer(comparison),
            AnswerReference.ForList listed when ListFilterFields.Read(listed.Fields, snapshot.Facts) is { } filter => new FoundAnswer(
                snapshot.Answerer.List(filter, today, listed.Page)
            ),
            _ => null,
        };

    private static Answer? View(Answerer answerer, AnswerReference.ForView viewed, SubjectView subject, DateOnly today, string language) =>
        viewed.View switch
        {
            ButtonId.Timeline => answerer.View(subject, Intent.Timeline, today, page: viewed.Page),
            ButtonId.Licence => answerer.View(subject, Intent.Licence, today, language: language),
            _ => AspectIntents.Parse(viewed.View) is { } aspect ? answerer.View(subject, aspect, today) : null,
        };
}
