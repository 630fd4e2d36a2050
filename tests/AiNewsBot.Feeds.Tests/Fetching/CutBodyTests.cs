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

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate without zlib's frame")]
    public async Task A_packed_body_that_was_cut_short_is_refused_at_any_length(string how)
    {
        var body = Packed(how);
        using var reader = new BodyReader(new FetchLimits());

        Assert.Equal(Text, Encoding.UTF8.GetString(await ReadAsync(reader, body, how)));
        foreach (var length in Enumerable.Range(1, 30).Concat([body.Length / 2, body.Length - 9, body.Length - 4, body.Length - 1]))
            Assert.Contains("cut short", (await Assert.ThrowsAsync<FetchException>(() => ReadAsync(reader, body[..length], how))).Message);
    }

    [Theory]
    [InlineData("br, gzip")]
    [InlineData("gzip, br")]
    [InlineData("gzip, deflate")]
    public async Task A_body_that_was_packed_twice_and_cut_in_the_middle_is_refused(string how)
    {
        var body = Packed(how);
        using var reader = new BodyReader(new FetchLimits());

        Assert.Equal(Text, Encoding.UTF8.GetString(await ReadAsync(reader, body, how)));
        await Assert.ThrowsAsync<FetchException>(() => ReadAsync(reader, body[..(body.Length / 2)], how));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task An_empty_body_is_whole(string how)
    {
        using var reader = new BodyReader(new FetchLimits());

        Assert.Empty(await ReadAsync(reader, [], how));
    }

    [Fact]
    public async Task A_gzip_body_of_several_members_is_whole()
    {
        using var reader = new BodyReader(new FetchLimits());

        Assert.Equal(Text + Text, Encoding.UTF8.GetString(await ReadAsync(reader, [.. Packed(), .. Packed()])));
    }

    private static string Text { get; } = string.Concat(Enumerable.Range(0, 2000).Select(number => $"<item>{number * 7919 % 1000}</item>"));

    private static byte[] Packed(string how)
    {
        var body = Encoding.UTF8.GetBytes(Text);
        foreach (var one in how.Split(", "))
        {
            using var packed = new MemoryStream();
            using (
                Stream stream = one switch
                {
                    "br" => new BrotliStream(packed, CompressionLevel.Optimal),
                    "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
                    "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
                    _ => new DeflateStream(packed, CompressionLevel.Optimal),
                }
            )
                stream.Write(body);
            body = packed.ToArray();
        }

        return body;
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
            stream.Write(Encoding.UTF8.GetBytes(Text));
        return packed.ToArray();
    }

    private static async Task<byte[]> ReadAsync(BodyReader reader, byte[] body, string how = "gzip")
    {
        using var answer = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        foreach (var one in how.Split(", "))
            answer.Content.Headers.ContentEncoding.Add(one.Split(' ')[0]);
        return await reader.ReadAsync(answer, TestContext.Current.CancellationToken);
    }
}
