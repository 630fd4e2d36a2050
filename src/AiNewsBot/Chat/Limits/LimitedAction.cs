namespace AiNewsBot.Chat.Limits;

/// <summary>What one person may do only so often.</summary>
internal enum LimitedAction
{
    /// <summary>Asks the bot something.</summary>
    Question,

    /// <summary>Has a message checked for claims.</summary>
    ClaimCheck,

    /// <summary>Has the bot fetch an address.</summary>
    FeedRequest,

    /// <summary>Asks something that has no answer, and so adds to what moderators are shown.</summary>
    Unanswered,

    /// <summary>Says that an answer was useful or wrong.</summary>
    Feedback,
}
