using AiNewsBot.Facts.Learning;

namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>Reads labels as aspects.</summary>
internal static class AspectText
{
    /// <summary>The aspect of a slug or label; null for other ones, such as out_of_scope.</summary>
    public static Aspect? Parse(string label) => AspectIntents.Parse(AspectChoice.Base(label));
}
