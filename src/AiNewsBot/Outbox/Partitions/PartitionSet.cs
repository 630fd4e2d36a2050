using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AiNewsBot.Outbox.Partitions;

/// <summary>Some of the partitions of the news: a feed belongs to one by its number, a channel by a hash of its id.</summary>
/// <param name="Bits">A bit for each partition of the set.</param>
/// <param name="Count">How many partitions there are; at most 63, so that SQL can test the bits.</param>
internal readonly record struct PartitionSet(long Bits, int Count)
{
    /// <summary>All feeds and channels.</summary>
    public static PartitionSet All { get; } = new(1, 1);

    /// <summary>The condition that a row of <c>feeds</c> is of the set, by the parameters <c>@Bits</c> and <c>@Count</c>.</summary>
    public const string HasFeedSql = "((@Bits >> CAST(feeds.id % @Count AS INTEGER)) & 1) = 1";

    public bool IsEmpty => Bits == 0;

    public static int OfFeed(long id, int count) => (int)(id % count);

    // The ids of channels are times and counters: as they are, those of one server would be alike.
    public static int OfChannel(string id, int count) =>
        (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % (uint)count);

    public PartitionSet With(int index) => this with { Bits = Bits | (1L << index) };

    public bool HasFeed(long id) => Has(OfFeed(id, Count));

    public bool HasChannel(string id) => Has(OfChannel(id, Count));

    private bool Has(int index) => (Bits >> index & 1) == 1;
}
