using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>A release that existed on a day, with whose it is and how open it was.</summary>
/// <param name="Release">The release.</param>
/// <param name="Family">Its family.</param>
/// <param name="Maker">Who makes it.</param>
/// <param name="Verdict">How open it was.</param>
public sealed record ReleaseVerdict(Release Release, SubjectView? Family, SubjectView? Maker, Verdict Verdict);
