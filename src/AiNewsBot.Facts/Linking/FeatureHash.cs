using System.Numerics;

namespace AiNewsBot.Facts.Linking;

/// <summary>Hashes of what features are made of; the same on every machine.</summary>
internal static class FeatureHash
{
    /// <summary>The hash of a text.</summary>
    public static uint Create(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619u;
        return hash;
    }

    /// <summary>One hash of three.</summary>
    public static uint Mix(uint one, uint other, uint third = 0)
    {
        var hash = one * 0x9E3779B1u ^ BitOperations.RotateLeft(other * 0x85EBCA6Bu, 13) ^ BitOperations.RotateLeft(third * 0xC2B2AE35u, 7);
        hash = (hash ^ hash >> 15) * 0x2C1B3C6Du;
        hash = (hash ^ hash >> 12) * 0x297A2D39u;
        return hash ^ hash >> 15;
    }
}
