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
        : licence?.ValidFrom is { } licensed && licensed > published ? licence
        : weights;
}
