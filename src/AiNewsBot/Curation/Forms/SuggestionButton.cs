using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Forms;

/// <summary>Decides on a suggestion.</summary>
/// <param name="Seen">The revision of the fact that the reviewer saw; 0 where there was none.</param>
internal sealed record SuggestionButton(long Number, long Seen = 0)
{
    public string Format(string action) => ButtonFields.Format(action, Number, Seen);

    // In the version before, only an approval had the revision.
    public static SuggestionButton? Parse(string argument) =>
        ButtonFields.Parse(argument) is [var number, .. { Length: <= 1 } rest] && ButtonFields.Number(number) is { } suggestion
            ? new SuggestionButton(suggestion, rest is [var seen] ? ButtonFields.Number(seen) ?? 0 : 0)
            : null;
}
