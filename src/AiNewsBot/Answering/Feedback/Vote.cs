namespace AiNewsBot.Answering.Feedback;

/// <summary>What someone says of an answer.</summary>
internal enum Vote
{
    Useful,
    Wrong,
}
