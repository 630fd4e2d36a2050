using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Editing;

/// <summary>A model as it would be added.</summary>
/// <param name="Model">The model itself.</param>
/// <param name="Subjects">The model, and its maker where that is not known either.</param>
/// <param name="Changes">What is said of it, all together.</param>
/// <param name="Facts">The server's facts with it.</param>
internal sealed record NewModel(Subject Model, ImmutableArray<Subject> Subjects, ImmutableArray<Change> Changes, Snapshot Facts);
