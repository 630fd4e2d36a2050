namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>Intents as the contract writes them.</summary>
public static class IntentText
{
    /// <summary>The slug.</summary>
    public static string ToSlug(this Intent intent) =>
        intent switch
        {
            Intent.Openness => "openness",
            Intent.Licence => "licence",
            Intent.CommercialUse => "commercial_use",
            Intent.Restrictions => "restrictions",
            Intent.Component => "component",
            Intent.ReleaseDate => "release_date",
            Intent.Maker => "maker",
            Intent.Compare => "compare",
            Intent.List => "list",
            Intent.Timeline => "timeline",
            Intent.Definition => "definition",
            Intent.Topic => "topic",
            _ => "news",
        };
}
