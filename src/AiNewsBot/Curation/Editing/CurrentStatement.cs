using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>A statement as a layer sees it: its own, or the global one below it.</summary>
/// <param name="Id">Of the statement.</param>
/// <param name="Layer">To which it belongs.</param>
/// <param name="Revision">The number of its latest revision.</param>
/// <param name="Content">What it says.</param>
internal sealed record CurrentStatement(string Id, Layer Layer, string Subject, string Property, long Revision, StatementContent Content)
{
    internal static CurrentStatement Create(StatementRow row) =>
        new(row.Id, new Layer(row.Layer), row.Subject, row.Property, row.Revision, row.Content);
}
