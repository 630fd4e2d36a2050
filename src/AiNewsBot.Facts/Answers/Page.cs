namespace AiNewsBot.Facts.Answers;

/// <summary>A part of something long.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct Page(int Number, int Count)
{
    /// <summary>The page of what fits on one.</summary>
    public static Page Only { get; } = new(1, 1);

    /// <summary>The page of a number among so many items; the nearest there is where the number lies outside.</summary>
    public static Page Create(int number, int items, int perPage)
    {
        var count = Math.Max(1, (items + perPage - 1) / perPage);
        return new Page(Math.Clamp(number, 1, count), count);
    }
}
