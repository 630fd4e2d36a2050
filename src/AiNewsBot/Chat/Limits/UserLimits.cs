namespace AiNewsBot.Chat.Limits;

/// <summary>The limits per person, so that one cannot use up the bot for all.</summary>
internal sealed class UserLimits(LimitSettings settings, TimeProvider time)
{
    private readonly UserLimiter _questions = new(settings.QuestionsPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly UserLimiter _claimChecks = new(settings.ClaimChecksPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly UserLimiter _feedRequests = new(settings.FeedRequestsPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly UserLimiter _unanswered = new(settings.UnansweredPerHour, TimeSpan.FromHours(1), time);

    private readonly UserLimiter _feedback = new(settings.UnansweredPerHour, TimeSpan.FromHours(1), time);

    /// <summary>Counts an act of a person; zero where they may, else how long until they may.</summary>
    public TimeSpan Acquire(LimitedAction act, string user) =>
        act switch
        {
            LimitedAction.Question => _questions.Acquire(user),
            LimitedAction.ClaimCheck => _claimChecks.Acquire(user),
            LimitedAction.FeedRequest => _feedRequests.Acquire(user),
            LimitedAction.Feedback => _feedback.Acquire(user),
            _ => _unanswered.Acquire(user),
        };
}
