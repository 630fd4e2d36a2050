using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>Since when weights have been public under the licence that covers them:
/// since the later of both, for before that they were not.</summary>
internal static class Since
{
    public static FactDate? Create(Statement weights, Statement? licence) =>
        (weights.ValidFrom, licence?.ValidFrom) switch
        {
            ({ } published, { } licensed) => licensed > published ? licensed : published,
            var (published, _) => published,
        };
}
