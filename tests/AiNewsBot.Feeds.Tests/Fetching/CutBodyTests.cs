using System.IO.Compression;
using System.Text;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>A packed body that ends too early is a failed reading, and not a feed that lost its end.</summary>
public sealed class CutBodyTests
{
    [Fact]
    public async Task A_gzip_body_that_was_cut_short_is_refused_at_any_length()
    {
        var body = Packed();
        using var reader = new BodyReader(new FetchLimits());

        Assert.Equal(Text, Encoding.UTF8.GetString(await ReadAsync(reader, body)));
        foreach (var length in new[] { 1, 20, body.Length / 2, body.Length - 9, body.Length - 1 })
            await Assert.ThrowsAsync<FetchException>(() => ReadAsync(reader, body[..length]));
    }

    [Fact]
    public async Task A_gzip_body_of_several_members_is_whole()
    {
        using var reader = new BodyReader(new FetchLimits());

        Assert.Equal(Text + Text, Encoding.UTF8.GetString(await ReadAsync(reader, [.. Packed(), .. Packed()])));
    }

    private static string Text { get; } = string.Concat(Enumerable.Range(0, 2000).Select(number => $"<item>{number * 7919 % 1000}</item>"));

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
            stream.Write(Encoding.UTF8.GetBytes(Text));
        return packed.ToArray();
    }

    private static async Task<byte[]> ReadAsync(BodyReader reader, byte[] body)
    {
        using var answer = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        answer.Content.Headers.ContentEncoding.Add("gzip");
        return await reader.ReadAsync(answer, TestContext.Current.CancellationToken);
    }
}
