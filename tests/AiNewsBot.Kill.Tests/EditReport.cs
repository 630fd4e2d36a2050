using System.Globalization;

namespace AiNewsBot.Kill.Tests;

/// <summary>What came of the edits while the bot was killed.</summary>
/// <param name="Acknowledged">Edits whose author saw that they were made.</param>
/// <param name="Cut">Edits that were sent when the bot was killed.</param>
/// <param name="Unanswered">Edits without an answer though the bot lived.</param>
internal sealed record EditReport(
    int Kills,
    int Seed,
    TimeSpan Elapsed,
    int Acknowledged,
    int Cut,
    int Unanswered,
    IReadOnlyCollection<string> Faults
)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"edits: killed {Kills} times (seed {Seed}, {Elapsed.TotalSeconds:0} s): {Acknowledged} acknowledged, {Cut} cut off, "
                + $"{Unanswered} without an answer, {Faults.Count} faults"
        );
}
