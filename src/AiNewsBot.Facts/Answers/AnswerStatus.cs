namespace AiNewsBot.Facts.Answers;

/// <summary>How a question was met.</summary>
public enum AnswerStatus
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>It could mean several things; the choices are named.</summary>
    Ambiguous,

    /// <summary>It names what is not known.</summary>
    UnknownSubject,

    /// <summary>The subject is known, what is asked of it is not.</summary>
    NoFact,

    /// <summary>It is about something else.</summary>
    OutOfScope,
}
