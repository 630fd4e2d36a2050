using System.Buffers.Binary;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>The end of a body that was packed with gzip: the checksum and length of its last member (RFC 1952, 2.3.1). A body that was cut
/// short has none.</summary>
internal static class GzipTrailer
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(EntryOf)];

    /// <summary>Whether what came was the whole body.</summary>
    /// <param name="body">Unpacked.</param>
    /// <param name="end">The last eight bytes as they were packed.</param>
    public static bool Ends(ReadOnlySpan<byte> body, ReadOnlySpan<byte> end)
    {
        if (end.Length < 8)
            return body.IsEmpty && end.IsEmpty;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]);
        return length <= body.Length && ChecksumOf(body[^(int)length..]) == BinaryPrimitives.ReadUInt32LittleEndian(end);
    }

    private static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var one in bytes)
            checksum = Table[(byte)(checksum ^ one)] ^ (checksum >> 8);
        return ~checksum;
    }

    private static uint EntryOf(int number)
    {
        var entry = (uint)number;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320;
        return entry;
    }
}
