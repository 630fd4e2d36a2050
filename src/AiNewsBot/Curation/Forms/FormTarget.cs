using System.Globalization;

namespace AiNewsBot.Curation.Forms;

/// <summary>What a form of a fact is for. It is encoded in the form's id, so that the form can be sent after a restart.</summary>
/// <param name="Purpose">What sending it does.</param>
/// <param name="IsGlobal">Whether it is about the facts that all servers share.</param>
internal sealed record FormTarget(FormPurpose Purpose, bool IsGlobal)
{
    private const int MinParts = 7;

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

    /// <summary>In short, for an id: a statement or suggestion tells what it is about.</summary>
    public string Brief => (Statement.Length > 0 || Suggestion > 0 ? this with { Subject = "", Property = "" } : this).ToString();

    /// <summary>Reads a text; null when it is malformed, or of another version.</summary>
    public static FormTarget? Parse(string text)
    {
        var parts = text.Split('|');
        return
            parts.Length is MinParts or MinParts + 1
            && Enum.TryParse<FormPurpose>(parts[0], out var purpose)
            && Enum.IsDefined(purpose)
            && long.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            && long.TryParse(parts[6], NumberStyles.None, CultureInfo.InvariantCulture, out var suggestion)
            ? new FormTarget(purpose, parts[1] == "g")
            {
                Subject = parts[2],
                Property = parts[3],
                Statement = parts[4],
                Base = revision,
                Suggestion = suggestion,
                Draft = parts.Length > MinParts ? parts[^1] : "",
            }
            : null;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)Purpose}|{(IsGlobal ? "g" : "s")}|{Subject}|{Property}|{Statement}|{Base}"
                + $"|{Suggestion}{(Draft.Length > 0 ? $"|{Draft}" : "")}"
        );
}
