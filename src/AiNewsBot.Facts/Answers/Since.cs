using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>Since when weights have been public under the licence that covers them:
/// since the later of both, for before that they were not.</summary>
internal static class Since
{
    public static FactDate? Create(Statement weights, Statement? licence) => Find(weights, licence)?.ValidFrom;

    /// <summary>The statement that began last; null where the weights bear no date.</summary>
    public static Statement? Find(Statement weights, Statement? licence) =>
        weights.ValidFrom is not { } published ? null
        : IsLater(licence, weights) ? licence
        : weights;

    /// <summary>Whether a licence began to cover weights after they were published.</summary>
    public static bool IsLater(Statement? licence, Statement weights) =>
        weights.ValidFrom is { } published && licence?.ValidFrom is { } licensed && licensed > published;
}
