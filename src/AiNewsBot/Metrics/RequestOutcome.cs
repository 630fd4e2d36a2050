namespace AiNewsBot.Metrics;

/// <summary>How a request was met; in metrics in lower case.</summary>
internal enum RequestOutcome
{
    Answered,

    /// <summary>The person may not do it, or not so often.</summary>
    Refused,

    /// <summary>What it is for is no longer there.</summary>
    Gone,

    /// <summary>The database could not be read or written.</summary>
    Failed,

    /// <summary>A fault of the program.</summary>
    Faulted,
}
