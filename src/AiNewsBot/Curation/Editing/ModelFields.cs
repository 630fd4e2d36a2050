namespace AiNewsBot.Curation.Editing;

/// <summary>What a form says of a model that is not known yet; its source and the reason are those of any fact.</summary>
/// <param name="Weights">A kind of availability, such as gated.</param>
internal sealed record ModelFields(string? Name, string? Maker, string? Licence, string? Weights)
{
    /// <summary>What stands for the property where a whole model is meant.</summary>
    public const string Property = "model";
}
