using AiNewsBot.Curation.Editing;

namespace AiNewsBot.Curation.Forms;

/// <summary>A form that was filled in and is not applied yet.</summary>
internal sealed record FormDraft(string Id, string Layer, string Editor, FormTarget Target, FactFields Fields, DateTimeOffset At);
