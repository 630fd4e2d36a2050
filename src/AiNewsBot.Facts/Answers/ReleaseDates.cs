using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>The two dates of a release, as texts.</summary>
/// <param name="Announced">When it was announced; null where that is unknown.</param>
/// <param name="Weights">When its weights came out; null where they did not, or the date is unknown.</param>
/// <param name="Both">The one date of both, where they are the same.</param>
public sealed record ReleaseDates(string? Announced, string? Weights, string? Both)
{
    /// <summary>The dates of a release, each written in the way that is given.</summary>
    public static ReleaseDates Create(Release release, Func<Statement, string> write)
    {
        var announcement = release.Announcement;
        var weights = release.WeightsOut is null ? null : release.FirstWeights;
        var isSame = announcement is not null && weights is not null && announcement.ValidFrom?.Text == weights.ValidFrom?.Text;

        // The day of the one confirms that of the other: an index that gives it is no longer alone.
        var both = isSame ? write(announcement!.IsDateApproximate ? weights! : announcement) : null;
        return new ReleaseDates(announcement is null ? null : write(announcement), weights is null ? null : write(weights), both);
    }
}
