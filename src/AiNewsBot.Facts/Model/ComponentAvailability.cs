namespace AiNewsBot.Facts.Model;

/// <summary>Whether a component could be had, and which statement says so.</summary>
/// <param name="Component">Its slug.</param>
/// <param name="Availability">Whether it could be had.</param>
/// <param name="Because">The statement from which it follows; null when none speaks of it.</param>
/// <param name="Uncertain">Whether the sources' dates leave open what held on the day.</param>
public readonly record struct ComponentAvailability(string Component, Availability Availability, Statement? Because, bool Uncertain);
