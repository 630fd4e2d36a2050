namespace AiNewsBot.Facts.Questions.Names;

/// <summary>What a name does in a question.</summary>
public enum MentionRole
{
    /// <summary>It is what is asked about.</summary>
    Subject,

    /// <summary>Something else is built on it: "mistoline on SDXL".</summary>
    Base,

    /// <summary>It is what the subject is compared with.</summary>
    Comparison,

    /// <summary>It made the subject: "Sana by NVIDIA".</summary>
    Maker,

    /// <summary>Where the subject is found: "on Hugging Face".</summary>
    Place,

    /// <summary>It names something that happened: "the LLaMA leak".</summary>
    Event,

    /// <summary>It is the licence or definition by which the subject is judged.</summary>
    Terms,

    /// <summary>It is no name here: a person called Claude, the rocket Falcon 9.</summary>
    None,
}
