using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>The frame that ends a connection is found however the bytes are cut.</summary>
public sealed class GoAwayScannerTests
{
    private const byte Data = 0;
    private const byte GoAway = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Frame_is_found_behind_others(int piece)
    {
        var scanner = new GoAwayScanner();

        // A payload may look like the frame.
        foreach (var bytes in Frame(Data, Frame(GoAway, [])).Concat(Frame(Data, new byte[300])).Chunk(piece))
            scanner.Scan(bytes);
        Assert.False(scanner.IsFound);
        foreach (var bytes in Frame(GoAway, new byte[8]).Chunk(piece))
            scanner.Scan(bytes);

        Assert.True(scanner.IsFound);
    }

    private static byte[] Frame(byte kind, byte[] payload) =>
        [0, (byte)(payload.Length >> 8), (byte)payload.Length, kind, 0, 0, 0, 0, 0, .. payload];
}
