namespace AiNewsBot.Curation.Drafts;

/// <summary>What somebody wrote into a form and is not done yet.</summary>
public sealed record Draft(string Id, string Layer, string Editor, FormTarget Target, FactFields Fields, DateTimeOffset At);
