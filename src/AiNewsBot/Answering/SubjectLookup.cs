using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>Whom an option names: what was picked from the list is an id, what was typed past it is a name.</summary>
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
        if (Resolve(snapshot, name) is { } subject)
            return (subject, null);

        // Several that are alike have a family that is meant; a topic is meant only where it is called by its name.
        var answer = Ask(snapshot, name, today);
        return
            answer
                is { Status: AnswerStatus.Answered or AnswerStatus.NoFact, Subjects: [{ Subject.Kind: not SubjectKind.Topic } meant, ..] }
            ? (meant, null)
            : (null, answer);
    }

    /// <summary>What there is to say of a name alone: how open its subject is, what else it may mean, or that it is not known.</summary>
    public static Answer Ask(Snapshot snapshot, string name, DateOnly today)
    {
        var answer = snapshot.Answerer.Ask(name, today);
        return
            answer
                is { Status: AnswerStatus.OutOfScope }
                    or { Status: AnswerStatus.Answered, Subjects: [] or [{ Subject.Kind: SubjectKind.Topic }, ..] }
            ? Unknown(answer, name)
            : answer;
    }

    private static Answer Unknown(Answer answer, string name) =>
        new()
        {
            Question = answer.Question,
            Status = AnswerStatus.UnknownSubject,
            Lead = Languages.WordingFor(ChatTexts.Current.Language)["subject_unknown", ("name", name.Trim())],
        };
}
