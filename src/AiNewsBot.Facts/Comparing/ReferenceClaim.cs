namespace AiNewsBot.Facts.Comparing;

/// <summary>What an index of models says of one of them, as it writes it; empty where it says nothing.</summary>
public sealed record ReferenceClaim
{
    /// <summary>The index.</summary>
    public required string Source { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>A date: YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public string Date { get; init; } = "";

    /// <summary>The licence.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Whether the weights are to be had.</summary>
    public string Weights { get; init; } = "";

    /// <summary>Whether the training code is.</summary>
    public string TrainingCode { get; init; } = "";

    /// <summary>Whether the training data are.</summary>
    public string TrainingData { get; init; } = "";

    /// <summary>Whether there is a paper.</summary>
    public string Paper { get; init; } = "";
}
