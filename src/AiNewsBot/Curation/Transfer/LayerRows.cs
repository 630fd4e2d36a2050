using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Transfer;

/// <summary>What a layer says of some subjects, read once: an import of thousands asks it for each.</summary>
internal sealed class LayerRows
{
    private readonly Dictionary<string, StatementRow> _shared = [];
    private readonly Dictionary<string, StatementRow> _inPlace = [];
    private readonly Dictionary<(string Subject, string Property, string? Since, string? Value), StatementRow> _own = [];

    /// <param name="rows">Those of the layer, and the global ones.</param>
    public LayerRows(Layer layer, IEnumerable<StatementRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Layer == StatementRow.Global)
                _shared[row.Id] = row;
            if (row.Layer == layer.Id && row.Base is { } below && row.State != StatementContent.Inherits)
                _inPlace[below] = row;
            if (row.Layer == layer.Id && (row.Base is null || row.State != StatementContent.Inherits))
                _own.TryAdd(KeyOf(row.Subject, row.Property, row.ValidFrom, row.Value), row);
        }
    }

    /// <summary>A global statement; null where these subjects have no such one.</summary>
    public CurrentStatement? Shared(string id) => Create(_shared.GetValueOrDefault(id));

    /// <summary>What the layer sees in the place of a statement of all servers.</summary>
    public CurrentStatement? InPlaceOf(string id) => Create(_inPlace.GetValueOrDefault(id)) ?? Shared(id);

    /// <summary>The layer's own statement that this is: of one that has several beside each other the one with its value, else the one that
    /// began with it.</summary>
    public CurrentStatement? Own(TransferEntry entry) =>
        Create(_own.GetValueOrDefault(KeyOf(entry.Subject, entry.Property, entry.ValidFrom, entry.Value)));

    private static CurrentStatement? Create(StatementRow? row) => row is null ? null : CurrentStatement.Create(row);

    private static (string, string, string?, string?) KeyOf(string subject, string property, string? since, string value) =>
        (subject, property, since, FactProperties.IsMany(property) ? value : null);
}
