using System.Formats.Tar;
using System.IO.Compression;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>The shared sample files: other parsers' tests, with what a good parser reads in them.</summary>
internal static class Samples
{
    /// <summary>All of them, by name; where two have the same name, the later.</summary>
    public static IEnumerable<(string File, byte[] Body)> Read()
    {
        var bodies = new Dictionary<string, byte[]>();
        using var archive = new TarReader(
            new GZipStream(File.OpenRead(SharedFiles.Need("feeds/samples.tar.gz")), CompressionMode.Decompress)
        );
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.Directory)
                continue;
            using var body = new MemoryStream();
            entry.DataStream?.CopyTo(body);
            bodies[entry.Name] = body.ToArray();
        }

        return bodies.Select(pair => (pair.Key, pair.Value));
    }
}
