namespace AiNewsBot.Facts.Questions.Dates;

/// <summary>Days from a first to a last, both included.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public readonly record struct Period(DateOnly First, DateOnly Last);
