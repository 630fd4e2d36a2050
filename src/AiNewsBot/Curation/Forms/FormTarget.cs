using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Forms;

/// <summary>What a form of a fact is for. It is encoded in the form's id, so that the form can be sent after a restart.</summary>
/// <param name="Purpose">What sending it does.</param>
/// <param name="IsGlobal">Whether it is about the facts that all servers share.</param>
internal sealed record FormTarget(FormPurpose Purpose, bool IsGlobal)
{
    public string Subject { get; init; } = "";

    /// <summary>Empty in a form that asks for it.</summary>
    public string Property { get; init; } = "";

    /// <summary>The statement that it changes; empty for a new one.</summary>
    public string Statement { get; init; } = "";

    /// <summary>The revision of the statement that its author saw.</summary>
    public long Base { get; init; }

    /// <summary>The suggestion that it decides on; 0 for none.</summary>
    public long Suggestion { get; init; }

    /// <summary>The draft that the form was filled in with; empty for none. Sending the
    /// form continues it, so that it is not offered again.</summary>
    public string Draft { get; init; } = "";

    /// <summary>The form's id. A statement or suggestion tells what it is about.</summary>
    public string Id =>
        ButtonId.Format(
            FactButtonIds.Form,
            (Statement.Length > 0 || Suggestion > 0 ? this with { Subject = "", Property = "" } : this).Format()
        );

    /// <summary>Whether both are of the same purpose and property, for any statement and revision.</summary>
    public bool IsLike(FormTarget other) =>
        Purpose == other.Purpose && IsGlobal == other.IsGlobal && Subject == other.Subject && Property == other.Property;

    /// <summary>Its fields as an id or a draft has them.</summary>
    public string Format() =>
        ButtonFields.Join((int)Purpose, FactCards.Flag(IsGlobal), Subject, Property, Statement, Base, Suggestion, Draft);

    /// <summary>Reads a text; null when it is malformed, or of another version.</summary>
    public static FormTarget? Parse(string text) =>
        // In the version before, a form without a draft had no field for it.
        ButtonFields.Parse(text)
            is [var kind, var layer, var subject, var property, var statement, var seen, var decided, .. { Length: <= 1 } rest]
        && Enum.TryParse<FormPurpose>(kind, out var purpose)
        && Enum.IsDefined(purpose)
        && ButtonFields.Number(seen) is { } revision
        && ButtonFields.Number(decided) is { } suggestion
            ? new FormTarget(purpose, layer == FactCards.GlobalFlag)
            {
                Subject = subject,
                Property = property,
                Statement = statement,
                Base = revision,
                Suggestion = suggestion,
                Draft = rest is [var draft] ? draft : "",
            }
            : null;
}
