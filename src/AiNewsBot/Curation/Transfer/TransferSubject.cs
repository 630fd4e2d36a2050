namespace AiNewsBot.Curation.Transfer;

/// <summary>A maker or model in a file of facts that a server added.</summary>
internal sealed record TransferSubject
{
    public string Id { get; set; } = "";

    /// <summary>organization or release.</summary>
    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Of a model: its maker, of this file or one that all know.</summary>
    public string? Parent { get; set; }
}
