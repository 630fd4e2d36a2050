namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>Which intent of the JSON contract an aspect is told as.</summary>
public static class AspectIntents
{
    private static readonly Dictionary<string, Aspect> BySlug = Enum.GetValues<Aspect>().ToDictionary(aspect => aspect.ToSlug());

    /// <summary>The aspect of a slug; null for no aspect.</summary>
    public static Aspect? Parse(string slug) => BySlug.TryGetValue(slug, out var aspect) ? aspect : null;

    /// <summary>The intent that an aspect is told as.</summary>
    public static Intent ToIntent(this Aspect aspect) =>
        aspect switch
        {
            Aspect.Licence => Intent.Licence,
            Aspect.CommercialUse or Aspect.Outputs => Intent.CommercialUse,
            Aspect.Restrictions or Aspect.Territory => Intent.Restrictions,
            Aspect.Component => Intent.Component,
            Aspect.ReleaseDate => Intent.ReleaseDate,
            Aspect.Maker or Aspect.Base => Intent.Maker,
            Aspect.Promise or Aspect.History => Intent.Timeline,
            Aspect.List => Intent.List,
            Aspect.Compare => Intent.Compare,
            Aspect.Definition => Intent.Definition,
            Aspect.Topic => Intent.Topic,
            Aspect.News => Intent.News,
            _ => Intent.Openness,
        };

    /// <summary>The aspect as programs read it: commercial_use, release_date.</summary>
    public static string ToSlug(this Aspect aspect) =>
        aspect switch
        {
            Aspect.CommercialUse => "commercial_use",
            Aspect.ReleaseDate => "release_date",
            _ => aspect.ToString().ToLowerInvariant(),
        };
}
