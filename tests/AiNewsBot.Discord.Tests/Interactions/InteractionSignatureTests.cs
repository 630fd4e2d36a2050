using System.Globalization;
using System.Text;
using AiNewsBot.Discord.Interactions;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace AiNewsBot.Discord.Tests.Interactions;

public sealed class InteractionSignatureTests
{
    private static readonly Key Key = Key.Create(SignatureAlgorithm.Ed25519);
    private static readonly byte[] Body = """{"type":1}"""u8.ToArray();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly InteractionSignature _signature;

    public InteractionSignatureTests() =>
        _signature = new InteractionSignature(Convert.ToHexString(Key.PublicKey.Export(KeyBlobFormat.RawPublicKey)), _time);

    [Fact]
    public void Signature_by_discord_is_accepted() => Assert.True(_signature.IsValid(Sign(Now, Body), Now, Body));

    [Fact]
    public void Changed_body_is_refused() => Assert.False(_signature.IsValid(Sign(Now, Body), Now, """{"type":2}"""u8));

    [Fact]
    public void Changed_timestamp_is_refused() =>
        Assert.False(
            _signature.IsValid(
                Sign(Now, Body),
                (long.Parse(Now, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
                Body
            )
        );

    [Fact]
    public void Replayed_old_request_is_refused()
    {
        var (signed, then) = (Sign(Now, Body), Now);
        _time.Advance(TimeSpan.FromMinutes(6));

        Assert.False(_signature.IsValid(signed, then, Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz")]
    public void Malformed_signature_is_refused(string? header) => Assert.False(_signature.IsValid(header, Now, Body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("99999999999999999999")]
    public void Malformed_timestamp_is_refused(string? timestamp) =>
        Assert.False(_signature.IsValid(Sign(timestamp ?? "", Body), timestamp, Body));

    private string Now => _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));
}
