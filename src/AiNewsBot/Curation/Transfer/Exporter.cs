using System.Text.Json;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Writes what was edited in a layer as one file, the same for the same facts.</summary>
internal sealed class Exporter(IDatabase database)
{
    /// <summary>The file, as UTF-8, and how many statements it has.</summary>
    public async Task<(byte[] File, int Count)> ExportAsync(Layer layer, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
            {
                var ids = await connection.QueryAsync<string>(
                    "SELECT id FROM statements WHERE layer = @layer AND edited = 1 AND state <> 'inherits'",
                    new { layer = layer.Id }
                );
                var edited = new List<TransferEntry>();
                foreach (var id in ids)
                    edited.Add(TransferEntry.Create((await FactStore.ReadRowAsync(connection, id))!));
                TransferEntry[] entries =
                [
                    .. edited
                        .OrderBy(entry => entry.Subject, StringComparer.Ordinal)
                        .ThenBy(entry => entry.Property, StringComparer.Ordinal)
                        .ThenBy(entry => entry.ValidFrom, StringComparer.Ordinal)
                        .ThenBy(entry => entry.Value, StringComparer.Ordinal)
                        .ThenBy(entry => entry.InPlaceOf, StringComparer.Ordinal),
                ];
                var added = (
                    await connection.QueryAsync<TransferSubject>(
                        "SELECT id AS Id, kind AS Kind, name AS Name, parent AS Parent FROM subjects WHERE layer = @layer AND layer <> "
                            + "'global' ORDER BY kind, id",
                        new { layer = layer.Id }
                    )
                ).AsList();
                var models = entries.Select(entry => entry.Subject).ToHashSet();
                var makers = added.Where(subject => models.Contains(subject.Id)).Select(subject => subject.Parent).ToHashSet();
                TransferSubject[] subjects = [.. added.Where(subject => models.Contains(subject.Id) || makers.Contains(subject.Id))];
                return (
                    JsonSerializer.SerializeToUtf8Bytes(
                        new TransferFile(TransferFile.ThisFormat, [.. entries]) { Subjects = subjects.Length > 0 ? subjects : null },
                        TransferJson.Readable.TransferFile
                    ),
                    entries.Length
                );
            },
            cancellationToken
        );
}
