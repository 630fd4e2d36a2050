using System.Text;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>
/// A dataset in the form that the build compiles it to: its statements have their ids, and what they have in common is written once. A
/// start reads it in a small part of the time and memory that its files take.
/// </summary>
public static class CompiledDataset
{
    /// <summary>Writes a dataset. The digest tells its content from that of others: see
    /// <see cref="DatasetReader.DigestOfEmbedded"/>.</summary>
    public static void Write(Stream stream, Dataset dataset, string digest)
    {
        using var content = new CompiledWriter();
        content.Write(StatementIds.Assign(dataset));
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(digest);
        content.CopyTo(writer);
    }

    /// <summary>Reads a dataset; null where its digest is another one.</summary>
    /// <exception cref="InvalidDataException">It was cut short or is no compiled dataset.</exception>
    public static Dataset? TryRead(ReadOnlySpan<byte> file, string digest)
    {
        var reader = new CompiledReader(file);
        return reader.ReadText() == digest ? reader.ReadDataset() : null;
    }
}
