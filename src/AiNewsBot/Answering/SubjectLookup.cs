using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>Whom an option names: what was picked from the list is an id, what was typed past it is read as a question.</summary>
internal static class SubjectLookup
{
    /// <summary>The longest name that options take.</summary>
    public const int MaxLength = 100;

    /// <summary>The subject, while the name is still being typed: nothing is asked for it.</summary>
    public static SubjectView? Resolve(Snapshot snapshot, string name) =>
        snapshot.Facts.Find(name.Trim()) ?? snapshot.Answerer.Resolve(name);

    /// <summary>The subject, or the answer that says why none was found.</summary>
    public static (SubjectView? Subject, Answer? Refusal) Find(Snapshot snapshot, string name, DateOnly today)
    {
        if (snapshot.Facts.Find(name.Trim()) is { } picked)
            return (picked, null);
        var answer = snapshot.Answerer.Ask($"is {name} open source", today);

        // A topic may be what is told where no name is known; it is meant only where it is called by its name.
        return
            answer is { Status: AnswerStatus.Answered or AnswerStatus.NoFact, Subjects: [{ } subject, ..] }
            && (subject.Subject.Kind != SubjectKind.Topic || snapshot.Answerer.Resolve(name) == subject)
            ? (subject, null)
            : (null, answer.Status == AnswerStatus.Answered ? Unknown(answer, name) : answer);
    }

    private static Answer Unknown(Answer answer, string name) =>
        new()
        {
            Question = answer.Question,
            Status = AnswerStatus.UnknownSubject,
            Lead = $"I don't know {name.Trim()}.",
        };
}
