using AiNewsBot.Chat;

namespace AiNewsBot.Answering;

/// <summary>All sources and readings of an answer, and the form to report a mistake.</summary>
internal abstract record MoreButton
{
    private const string QuestionKind = "q";
    private const string SubjectKind = "s";

    public string Id => For(ButtonId.More);

    /// <summary>The id of another action on the same.</summary>
    public string For(string action) =>
        this is ForQuestion asked
            ? ButtonFields.Format(action, QuestionKind, asked.Question)
            : ButtonFields.Format(action, SubjectKind, ((ForSubject)this).Subject);

    public static MoreButton? Parse(string argument) =>
        ButtonFields.Parse(argument, ':', max: 2) switch
        {
            [QuestionKind, var question] => new ForQuestion(question),
            [SubjectKind, var subject] => new ForSubject(subject),
            _ => null,
        };

    /// <summary>Of the answer to a question.</summary>
    public sealed record ForQuestion(string Question) : MoreButton;

    /// <summary>Of what is known of a subject.</summary>
    public sealed record ForSubject(string Subject) : MoreButton;
}
