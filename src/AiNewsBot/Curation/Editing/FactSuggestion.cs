namespace AiNewsBot.Curation.Editing;

/// <summary>A fact that was suggested to the reviewers.</summary>
internal sealed record FactSuggestion
{
    /// <summary>The author of suggestions that the bot made from watched organisations.</summary>
    public const string Watch = "watch";

    public long Number { get; init; }

    /// <summary>Whose reviewers decide.</summary>
    public required Layer Layer { get; init; }

    /// <summary>Who suggested it; null when they wanted to be forgotten.</summary>
    /// <remarks><see cref="Watch"/> where the bot found it.</remarks>
    public string? Author { get; init; }

    public required string Subject { get; init; }

    public required string Property { get; init; }

    /// <summary>The statement that it would change; null for a new one.</summary>
    public string? Statement { get; init; }

    /// <summary>The revision of the statement that its author saw.</summary>
    public long Base { get; init; }

    public required FactFields Fields { get; init; }

    /// <summary>One of <see cref="SuggestionState"/>.</summary>
    public string State { get; init; } = SuggestionState.Pending;

    /// <summary>Who decided on it; null while it waits, and where they wanted to be forgotten.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Outcome { get; init; }

    /// <summary>What a watcher found, for the curators.</summary>
    /// <param name="current">What it would change; null for a new statement.</param>
    public static FactSuggestion Found(string subject, string property, CurrentStatement? current, FactFields fields) =>
        new()
        {
            Layer = Layer.Global,
            Author = Watch,
            Subject = subject,
            Property = property,
            Statement = current?.Id,
            Base = current?.Revision ?? 0,
            Fields = fields,
        };
}
