namespace AiNewsBot.Facts.Model;

/// <summary>Names of the descriptions that a subject may carry.</summary>
public static class DetailNames
{
    /// <summary>text, code, image, audio, video, multimodal or embedding.</summary>
    public const string Modality = "modality";

    /// <summary>The numbers of parameters in which it comes, as its maker writes them, separated by commas.</summary>
    public const string Size = "size";

    /// <summary>Id of the release of which it is a variant: another size, modality or tuning.</summary>
    public const string VariantOf = "variant_of";

    /// <summary>What a piece of software is: runtime, library, application or service.</summary>
    public const string SoftwareKind = "software";

    /// <summary>Who wrote a licence: an organisation's id or a name.</summary>
    public const string Steward = "steward";

    /// <summary>topic or definition.</summary>
    public const string TopicKind = "kind";
}
