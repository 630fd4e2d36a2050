using System.Globalization;
using NSec.Cryptography;

namespace AiNewsBot.Discord.Interactions;

/// <summary>Tells whether an HTTP request comes from Discord: Ed25519 over its
/// timestamp and its raw body, by the application's public key.</summary>
public sealed class InteractionSignature
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    private readonly PublicKey _key;
    private readonly TimeProvider _time;

    /// <param name="publicKey">The application's public key, 64 hexadecimal digits.</param>
    /// <param name="time">The clock by which a request is too old.</param>
    /// <exception cref="FormatException">The key is malformed.</exception>
    public InteractionSignature(string publicKey, TimeProvider time)
    {
        _key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey);
        _time = time;
    }

    /// <summary>Whether the signature fits, and the request is not an old one sent again.</summary>
    /// <param name="signature">The header X-Signature-Ed25519.</param>
    /// <param name="timestamp">The header X-Signature-Timestamp, in Unix seconds.</param>
    /// <param name="body">The raw body.</param>
    public bool IsValid(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (
            signature?.Length != 2 * SignatureAlgorithm.Ed25519.SignatureSize
            || timestamp is not { Length: > 0 and <= 20 }
            || !timestamp.All(char.IsAsciiDigit)
        )
            return false;
        if (
            !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds - seconds) > MaxAge.TotalSeconds
        )
            return false;
        Span<byte> signed = stackalloc byte[SignatureAlgorithm.Ed25519.SignatureSize];
        if (Convert.FromHexString(signature, signed, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        var message = new byte[timestamp.Length + body.Length];
        System.Text.Encoding.ASCII.GetBytes(timestamp, message);
        body.CopyTo(message.AsSpan(timestamp.Length));
        return SignatureAlgorithm.Ed25519.Verify(_key, message, signed);
    }
}
