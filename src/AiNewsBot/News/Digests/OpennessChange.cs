using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.News.Digests;

/// <summary>Something that made a model more or less open, or changed on what terms it is.</summary>
/// <param name="Entry">What happened: weights came out, a licence changed, a promise was kept.</param>
/// <param name="Before">How open the model was on the day before; null for a promise.</param>
/// <param name="After">How open it was on the day.</param>
internal sealed record OpennessChange(TimelineEntry Entry, VerdictKind? Before, VerdictKind? After)
{
    /// <summary>1 for more open, -1 for less, 0 where the rules see no difference.</summary>
    public int Direction =>
        Entry.Kind is TimelineKind.WeightsOut or TimelineKind.Kept ? 1
        : IsRanked(Before) && IsRanked(After) ? Math.Sign((int)After!.Value - (int)Before!.Value)
        : 0;

    private static bool IsRanked(VerdictKind? verdict) => verdict is not (null or VerdictKind.Unknown or VerdictKind.Mixed);
}
