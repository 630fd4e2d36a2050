using System.IO.Compression;
using System.Text;
using AiNewsBot.Discord.Gateway;

namespace AiNewsBot.Discord.Tests.Gateway;

public sealed class InflaterTests
{
    [Fact]
    public void Payloads_share_one_context_over_the_connection()
    {
        using var compressed = new MemoryStream();
        using var zlib = new ZLibStream(compressed, CompressionLevel.Optimal);
        using var inflater = new Inflater();

        foreach (var payload in (string[])["{\"op\":10}", new string('x', 300_000), "{\"op\":11}", "{\"op\":11}"])
        {
            compressed.SetLength(0);
            zlib.Write(Encoding.UTF8.GetBytes(payload));
            zlib.Flush();
            var bytes = compressed.ToArray();

            Assert.True(Inflater.EndsPayload(bytes));
            Assert.Equal(payload, Encoding.UTF8.GetString(inflater.Inflate(bytes).Span));
        }
    }
}
