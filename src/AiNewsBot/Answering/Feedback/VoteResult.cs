namespace AiNewsBot.Answering.Feedback;

/// <summary>What became of a vote.</summary>
internal enum VoteResult
{
    Counted,

    /// <summary>It had been cast already.</summary>
    Repeated,

    /// <summary>It took the place of the other one of the same person.</summary>
    Changed,
}
