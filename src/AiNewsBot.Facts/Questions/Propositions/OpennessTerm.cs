namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>A word that people use of how open a model is.</summary>
public enum OpennessTerm
{
    /// <summary>Open source.</summary>
    OpenSource,

    /// <summary>Free software.</summary>
    FreeSoftware,

    /// <summary>Open weights.</summary>
    OpenWeights,

    /// <summary>Open, and no more.</summary>
    Open,

    /// <summary>Under a permissive licence.</summary>
    Permissive,

    /// <summary>Source-available.</summary>
    SourceAvailable,

    /// <summary>Under terms that restrict use.</summary>
    Restricted,

    /// <summary>For non-commercial use or research only.</summary>
    NonCommercial,

    /// <summary>Proprietary.</summary>
    Proprietary,

    /// <summary>Closed.</summary>
    Closed,

    /// <summary>Under a licence that the Open Source Initiative approved.</summary>
    OsiApproved,

    /// <summary>Under a licence of its maker's own, and none of the common ones.</summary>
    OwnLicence,

    /// <summary>In the public domain, with no rights kept at all.</summary>
    PublicDomain,
}
