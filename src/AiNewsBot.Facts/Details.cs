namespace AiNewsBot.Facts;

/// <summary>Names of the descriptions that a subject may carry.</summary>
public static class Details
{
    /// <summary>text, code, image, audio, video, multimodal or embedding.</summary>
    public const string Modality = "modality";

    /// <summary>The number of parameters, as its maker writes it.</summary>
    public const string Size = "size";

    /// <summary>Who wrote a licence: an organisation's id or a name.</summary>
    public const string Steward = "steward";

    /// <summary>topic or definition.</summary>
    public const string TopicKind = "kind";
}
