using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Whether a component can be had: of one release, or of how many among several.</summary>
/// <param name="Availability">Of a single release.</param>
/// <param name="Published">Of how many it is public, wholly or in part.</param>
/// <param name="Known">Of how many it is known; one release is one.</param>
/// <param name="IsCount">Whether it represents several releases.</param>
internal readonly record struct MatrixCell(Availability Availability, int Published, int Known, bool IsCount)
{
    /// <summary>Whether nothing is known of it.</summary>
    public bool IsUnknown => Known == 0;
}
