using AiNewsBot.Scheduling;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>A change that was made.</summary>
/// <param name="Row">As it is stored.</param>
/// <param name="Content">What stood after it.</param>
/// <param name="Before">What stood before it; null where nothing did.</param>
internal sealed record Revision(RevisionRow Row, StatementContent Content, StatementContent? Before)
{
    public long Number => Row.Number;

    public Layer Layer => new(Row.Layer);

    public DateTimeOffset At => Row.MadeAt.ToDateTimeOffset();

    /// <summary>What it did; null where it came with the dataset.</summary>
    public ChangeKind? Kind => Enum.TryParse<ChangeKind>(Row.Kind, ignoreCase: true, out var kind) ? kind : null;

    /// <summary>Whether it came with the dataset.</summary>
    public bool IsSeed => Row.Kind == RevisionRow.Seed;
}
