using AiNewsBot.Facts.Learning;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads labels as aspects.</summary>
internal static class AspectText
{
    private static readonly Dictionary<string, Aspect> BySlug = Enum.GetValues<Aspect>().ToDictionary(aspect => aspect.ToSlug());

    /// <summary>The aspect of a slug or label; null for other ones, such as out_of_scope.</summary>
    public static Aspect? Parse(string label) => BySlug.TryGetValue(AspectChoice.Base(label), out var aspect) ? aspect : null;
}
