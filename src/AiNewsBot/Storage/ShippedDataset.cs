using System.Reflection;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Storage;

/// <summary>The dataset that comes with the program, as the build compiled it.</summary>
internal static class ShippedDataset
{
    private const string Resource = "dataset.bin";

    /// <summary>Tells it from those of other builds.</summary>
    public static string Digest => DatasetReader.DigestOfEmbedded();

    /// <summary>Reads it.</summary>
    public static Dataset Read() => TryReadCompiled() ?? StatementIds.Assign(DatasetReader.ReadEmbedded());

    /// <summary>Reads what was compiled; null where that was another dataset, which the build does not let happen.</summary>
    internal static Dataset? TryReadCompiled() =>
        CompiledDataset.TryRead(EmbeddedFile.Read(Assembly.GetExecutingAssembly(), Resource).Span, Digest);
}
