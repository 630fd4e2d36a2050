namespace AiNewsBot.Facts.Answers;

/// <summary>Properties of a licence on what is made with a model, and on what is built on it.</summary>
internal static class OutputTerms
{
    /// <summary>Whether outputs may be used commercially: yes, conditional or no.</summary>
    public const string Commercial = "outputs_commercial";

    /// <summary>Whether outputs belong to the one who made them.</summary>
    public const string Ownership = "outputs_ownership";

    /// <summary>Whether outputs may train other models.</summary>
    public const string Training = "outputs_training";

    /// <summary>What is asked of models that are built on it.</summary>
    public const string Derivatives = "derivatives";
}
