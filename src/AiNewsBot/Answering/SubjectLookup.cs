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
        return answer is { Status: AnswerStatus.Answered or AnswerStatus.NoFact, Subjects: [{ } subject, ..] }
            ? (subject, null)
            : (null, answer);
    }
}
