namespace AiNewsBot.Answering.Pictures;

/// <summary>How an event is marked on its line.</summary>
internal enum EventMark
{
    /// <summary>A release was announced.</summary>
    Announced,

    /// <summary>Weights came out.</summary>
    Weights,

    /// <summary>A licence changed.</summary>
    Licence,

    /// <summary>A promise that is open, or was kept later.</summary>
    Promise,

    /// <summary>A promise that is past its day.</summary>
    Overdue,

    /// <summary>A promise was kept.</summary>
    Kept,

    /// <summary>Something else.</summary>
    Told,
}
