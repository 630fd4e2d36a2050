using System.Security.Cryptography;
using System.Text;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Pictures drawn lately, as files, up to so many bytes. What is drawn is the key, so that none outlives a fact.</summary>
internal sealed class PictureCache(int mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _files = [];

    /// <summary>How many bytes it holds.</summary>
    public int Bytes { get; private set; }

    /// <summary>The picture's file, or null.</summary>
    public byte[]? Find(Picture picture)
    {
        lock (_lock)
            return _files.GetValueOrDefault(KeyOf(picture));
    }

    /// <summary>Keeps the picture's file.</summary>
    public void Add(Picture picture, byte[] file)
    {
        lock (_lock)
        {
            // Starting over is simpler than tracking what was used when, and what is asked often is soon back.
            if (Bytes + file.Length > mostBytes)
            {
                _files.Clear();
                Bytes = 0;
            }

            if (file.Length <= mostBytes && _files.TryAdd(KeyOf(picture), file))
                Bytes += file.Length;
        }
    }

    private static string KeyOf(Picture picture) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(picture.Fingerprint)));
}
